package io.kakou.app.cli.camera;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.console.cameras.file.CameraImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou cameras template}: a file to begin with. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = "Writes a CSV with the headings and one camera, to be filled in with any spreadsheet program.")
final class CamerasTemplateCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to; it must not be there yet. Without it, to standard output.")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (file == null) {
            spec.commandLine().getOut().print(CameraImport.template());
            spec.commandLine().getOut().flush();
            return 0;
        }
        try {
            Files.write(file, CameraImport.template().getBytes(UTF_8), StandardOpenOption.CREATE_NEW);
            return 0;
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be written; allowed: a file that is not there yet", e);
        }
    }
}

package io.kakou.app.cli.lifts;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import io.kakou.app.cli.files.FilesToSend;
import io.kakou.app.cli.files.ReplacementReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou lifts import}: a file in the place of all lifts there were. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes lifts over into a running system, in the place of all there were, or not at all; see: kakou lifts"
                    + " template.",
            "None of them is commanded before kakou lifts test has seen its controller let the door go by itself."
                    + " Where a",
            "controller is the same as before it stays tested. The account must be an administrator's; its password is"
                    + " read",
            "from KAKOU_PASSWORD, or asked for. Exit code 1 where the file was refused."
        })
final class LiftsImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "YAML or JSON.")
    private Path file = Path.of("lifts.yml");

    @Option(names = "--dry-run", description = "Only checks and reports.")
    private boolean dryRun;

    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        FilesToSend one = FilesToSend.read(List.of(file));
        return account.ask(client ->
                one.oneByOne((path, bytes) -> print(client.put("api/lifts" + (dryRun ? "?try=1" : ""), bytes))));
    }

    private int print(JsonNode report) {
        String lifts = report.path("records").path("lifts").asInt() + " lifts";
        return ReplacementReport.print(spec.commandLine().getOut(), file, report, lifts, dryRun);
    }
}

package io.kakou.app.cli.camera;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou cameras}: the cameras of a running system. */
@Command(
        name = "cameras",
        mixinStandardHelpOptions = true,
        description = "Cameras of a running system, many at once.",
        subcommands = {CamerasImportCommand.class, CamerasTemplateCommand.class, CamerasForgetCommand.class})
public final class CamerasCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "nothing to do; allowed: import, template, forget");
    }
}

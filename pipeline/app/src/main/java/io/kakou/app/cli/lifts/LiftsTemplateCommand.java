package io.kakou.app.cli.lifts;

import io.kakou.console.registry.LiftsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kakou lifts template}: a file to begin with. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = "Prints a lifts.yml to begin with: fenced registers, a coil, HTTP.")
final class LiftsTemplateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(LiftsFile.template());
        spec.commandLine().getOut().flush();
    }
}

package io.kakou.app.cli.rooms;

import io.kakou.console.registry.RoomsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kakou rooms template}: a file to begin with. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = "Prints a rooms.yml to begin with: clocks 1-3-5, 125, 30515 and one of working hours, China's"
                + " calendar of 2026, a rota, second owners.")
final class RoomsTemplateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(RoomsFile.template());
        spec.commandLine().getOut().flush();
    }
}

package io.kakou.app.cli.rooms;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou rooms}: what the command rooms of a running system hold by. */
@Command(
        name = "rooms",
        mixinStandardHelpOptions = true,
        description = "Roads, clocks, calendars, rotas and second owners of a running system.",
        subcommands = {RoomsImportCommand.class, RoomsTemplateCommand.class})
public final class RoomsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "nothing to do; allowed: import, template");
    }
}

package io.kakou.app.cli.footage;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou footage}: the commands by name. */
@Command(
        name = "footage",
        mixinStandardHelpOptions = true,
        description = "Footage of a running system: how full it is, what is there, what must not be let go.",
        subcommands = {
            FootageStatusCommand.class,
            FootageListCommand.class,
            FootageFetchCommand.class,
            FootageHoldCommand.class,
            FootageHoldsCommand.class,
            FootageReleaseCommand.class
        })
public final class FootageCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "nothing to do; allowed: status, list, fetch, hold, holds, release");
    }
}

package io.kakou.app.cli.sample;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou samples}: looks that were kept for learning. */
@Command(
        name = "samples",
        mixinStandardHelpOptions = true,
        description = "Shows the looks that were kept for learning, and gives them out as pictures with a table.",
        subcommands = {SamplesListCommand.class, SamplesExportCommand.class})
public final class SamplesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "nothing to do; allowed: list, export");
    }
}

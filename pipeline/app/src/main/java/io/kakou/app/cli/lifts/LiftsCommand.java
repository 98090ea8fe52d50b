package io.kakou.app.cli.lifts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou lifts}. */
@Command(
        name = "lifts",
        mixinStandardHelpOptions = true,
        description = "Lifts of a running system whose doors are held for e-bikes.",
        subcommands = {
            LiftsImportCommand.class,
            LiftsTemplateCommand.class,
            LiftsTestCommand.class,
            LiftsListCommand.class
        })
public final class LiftsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "nothing to do; allowed: import, template, test, list");
    }
}

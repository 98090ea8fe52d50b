package io.kakou.app.cli.trucks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou trucks}. */
@Command(
        name = "trucks",
        mixinStandardHelpOptions = true,
        description = "Permits, sites, tips and positions of muck trucks in a running system.",
        subcommands = {TrucksImportCommand.class, TrucksTemplateCommand.class, TrucksListCommand.class})
public final class TrucksCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "nothing to do; allowed: import, template, list");
    }
}

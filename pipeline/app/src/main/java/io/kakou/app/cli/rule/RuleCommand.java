package io.kakou.app.cli.rule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou rule}: the brake of a running system. */
@Command(
        name = "rule",
        mixinStandardHelpOptions = true,
        description = "Switches rules of a running system off for a while, and on again.",
        subcommands = {RuleOffCommand.class, RuleOnCommand.class, RuleListCommand.class})
public final class RuleCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "nothing to do; allowed: off, on, list");
    }
}

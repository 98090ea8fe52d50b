package io.kakou.app.cli.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kakou rule on}. */
@Command(
        name = "on",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Switches a rule on again before its time is over; with --cameras at these alone, and it stays off elsewhere.",
            "What cameras had taught it was kept. Who wanted it is on the record of views."
        })
final class RuleOnCommand implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode left = account.ask(client -> client.post("api/brakes/release", where.body()));
        spec.commandLine().getOut().println(left.isEmpty() ? "on again; every rule is on" : "on again; still off:");
        left.forEach(brake -> spec.commandLine().getOut().println(BrakeLine.of(brake)));
        spec.commandLine().getOut().flush();
        return 0;
    }
}

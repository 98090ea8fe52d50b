package io.kakou.app.cli.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kakou rule list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "What is off now: where, until when, by whom, why, and at how many cameras it is in force.")
final class RuleListCommand implements Callable<Integer> {
    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode brakes = account.ask(client -> client.get("api/brakes"));
        brakes.forEach(brake -> spec.commandLine().getOut().println(BrakeLine.of(brake)));
        if (brakes.isEmpty()) {
            spec.commandLine().getOut().println("every rule is on");
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}

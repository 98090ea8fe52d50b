package io.kakou.app.cli.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kakou.app.cli.account.ConsoleAccount;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou models back}. */
@Command(
        name = "back",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Has cameras looked at as before: with what people turned to before that, else with what their worker started with.",
            "With --cameras at these alone. Who wanted it is on the record of views."
        })
public final class ModelsBackCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "HASH",
            description = "The model that is taken back, its first digits; without it every one.")
    private String hash = "";

    @Mixin
    private final Which which = new Which();

    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ObjectNode body = which.body();
        JsonNode left =
                account.ask(client -> client.post("api/models/back", hash.isEmpty() ? body : body.put("model", hash)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                left.isEmpty()
                        ? "taken back; every camera is looked at as its worker started"
                        : "taken back; still in use:");
        left.forEach(use -> UseLine.of(use).forEach(out::println));
        out.flush();
        return 0;
    }
}

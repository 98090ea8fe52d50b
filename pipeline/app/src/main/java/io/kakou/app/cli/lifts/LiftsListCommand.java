package io.kakou.app.cli.lifts;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kakou lifts list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Each lift: how it stands, since when, why; e-bikes of 365 days, and of how many a room was told and"
                        + " why.")
final class LiftsListCommand implements Callable<Integer> {
    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode lifts = account.ask(client -> client.get("api/lifts"));
        PrintWriter out = spec.commandLine().getOut();
        lifts.forEach(lift -> out.println(line(lift)));
        if (lifts.isEmpty()) {
            out.println("no lift's door is held; see: kakou lifts template");
        }
        out.flush();
        return 0;
    }

    private static String line(JsonNode lift) {
        String since =
                lift.path("since").isTextual() ? " since " + lift.path("since").asText() : "";
        String why = lift.path("why").isTextual() ? " (" + lift.path("why").asText() + ")" : "";
        return String.format(
                Locale.ROOT,
                "%s %s: %s%s%s; e-bikes %d; told: stays %d, repeats %d, forced %d, controller fails %d",
                lift.path("id").asText(),
                lift.path("name").asText(),
                lift.path("stage").asText("NOT HEARD OF"),
                since,
                why,
                lift.path("stops").asInt(),
                lift.path("stayed").asInt(),
                lift.path("repeated").asInt(),
                lift.path("forced").asInt(),
                lift.path("failed").asInt());
    }
}

package io.kakou.app.cli.trucks;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kakou trucks list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Each site and tip: its grade, when its inspection is due, whether its paper holds; the first due"
                + " first. Then how many permits there are, and what was judged in 24 hours.")
final class TrucksListCommand implements Callable<Integer> {
    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return account.ask(client -> print(client.get("api/trucks/sites"), client.get("api/trucks")));
    }

    private int print(JsonNode sites, JsonNode board) {
        PrintWriter out = spec.commandLine().getOut();
        sites.forEach(site -> out.println(line(site)));
        if (sites.isEmpty()) {
            out.println("no site; see: kakou trucks template sites");
        }
        JsonNode counts = board.path("counts");
        out.printf(
                Locale.ROOT,
                "permits %d; in 24 hours: possible violations %d, clean %d, unknown %d%n",
                board.path("permits").asInt(),
                counts.path("VIOLATION").asInt(),
                counts.path("CLEAN").asInt(),
                counts.path("UNKNOWN").asInt());
        out.flush();
        return 0;
    }

    private static String line(JsonNode site) {
        String due = site.path("due").isTextual() ? "due " + site.path("due").asText() : "never inspected";
        return String.format(
                Locale.ROOT,
                "%s %s: %s, %s, %s%s%s",
                site.path("id").asText(),
                site.path("name").asText(),
                site.path("kind").asText().toLowerCase(Locale.ROOT),
                site.path("colour").asText().toLowerCase(Locale.ROOT),
                due,
                site.path("overdue").asBoolean() ? ", overdue" : "",
                site.path("inForce").asBoolean() ? "" : ", paper does not hold");
    }
}

package io.kakou.app.cli.footage;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kakou footage holds}. */
@Command(name = "holds", mixinStandardHelpOptions = true, description = "The holds that stand.")
final class FootageHoldsCommand implements Runnable {
    @Mixin
    private ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        JsonNode holds = account.ask(client -> client.get("api/footage/holds")).path("holds");
        PrintWriter out = spec.commandLine().getOut();
        for (JsonNode hold : holds) {
            out.println(String.format(
                    Locale.ROOT,
                    "%s  %s  %s to %s  by %s: %s%s",
                    hold.path("id").asText(),
                    hold.path("camera").asText(),
                    hold.path("from").asText(),
                    hold.path("to").asText(),
                    hold.path("by").asText(),
                    hold.path("reason").asText(),
                    hold.has("until") ? ", until " + hold.path("until").asText() : ""));
        }
        out.println(holds.size() + " holds");
        out.flush();
    }
}

package io.kakou.app.cli.footage;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kakou footage status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "How many cameras are recorded, what was lost, how full it is and how many days are left.")
final class FootageStatusCommand implements Runnable {
    private static final double GIGA = 1e9;

    @Mixin
    private ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        JsonNode status = account.ask(client -> client.get("api/footage"));
        PrintWriter out = spec.commandLine().getOut();
        JsonNode since = status.path("since");
        JsonNode keeping = status.path("keeping");
        line(
                out,
                "recorded    %d cameras of at most %d; %d minutes, %.2f GB since the start",
                status.path("cameras").asInt(),
                status.path("most").asInt(),
                since.path("minutes").asLong(),
                since.path("bytes").asLong() / GIGA);
        if (!status.path("refused").isEmpty()) {
            line(
                    out,
                    "refused     %d cameras: %s",
                    status.path("refused").size(),
                    status.path("why").asText());
        }
        line(
                out,
                "lost        %.1f s, %.3f GB; cameras were away for %.1f s",
                since.path("lostSeconds").asDouble(),
                since.path("lostBytes").asLong() / GIGA,
                since.path("awaySeconds").asDouble());
        line(out, "in spool    %.3f GB", status.path("spooledBytes").asLong() / GIGA);
        line(out, "kept        %s", kept(keeping));
        out.flush();
    }

    private static String kept(JsonNode keeping) {
        double used = keeping.path("usedBytes").asLong() / GIGA;
        String oldest = keeping.path("oldest").asText("nothing yet");
        if (!keeping.has("daysLeft")) {
            return String.format(Locale.ROOT, "%.2f GB, oldest %s", used, oldest);
        }
        return String.format(
                Locale.ROOT,
                "%.2f GB of %.2f GB, oldest %s; %.1f days left at %.2f GB a day, which keeps %.1f days; %.2f GB held",
                used,
                keeping.path("quotaBytes").asLong() / GIGA,
                oldest,
                keeping.path("daysLeft").asDouble(),
                keeping.path("bytesADay").asDouble() / GIGA,
                keeping.path("daysKept").asDouble(),
                keeping.path("heldBack").asLong() / GIGA);
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}

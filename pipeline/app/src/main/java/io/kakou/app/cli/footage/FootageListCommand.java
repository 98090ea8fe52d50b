package io.kakou.app.cli.footage;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou footage list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "A camera's stored minutes and what is missing, in order of time.")
final class FootageListCommand implements Runnable {
    private static final double SHORTEST_TOLD = 0.05;

    @Parameters(paramLabel = "CAMERA", description = "A camera's id.")
    private String camera;

    @Option(names = "--from", paramLabel = "TIME", required = true, description = "2026-05-01T04:00:00Z")
    private Instant from = Instant.EPOCH;

    @Option(names = "--to", paramLabel = "TIME", required = true, description = "At most 32 days later.")
    private Instant to = Instant.EPOCH;

    @Mixin
    private ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    /** A line, and what it is ordered by. */
    private record Line(String from, String text) {}

    @Override
    public void run() {
        String path = "api/cameras/" + camera + "/footage?from=" + from + "&to=" + to;
        JsonNode spans = account.ask(client -> client.get(path));
        List<Line> lines = new ArrayList<>();
        spans.path("minutes").forEach(minute -> lines.add(line(minute, minute(minute))));
        spans.path("gaps").forEach(gap -> lines.add(line(gap, gap(gap))));
        PrintWriter out = spec.commandLine().getOut();
        lines.stream()
                .sorted((a, b) -> Instant.parse(a.from()).compareTo(Instant.parse(b.from())))
                .forEach(each -> out.println(each.text()));
        out.printf(
                Locale.ROOT,
                "%d minutes, %d gaps%n",
                spans.path("minutes").size(),
                spans.path("gaps").size());
        out.flush();
    }

    private static Line line(JsonNode of, String what) {
        String begin = of.path("from").asText();
        return new Line(
                begin,
                String.format(
                        Locale.ROOT, "%-30s %-30s %s", begin, of.path("to").asText(), what));
    }

    private static String minute(JsonNode minute) {
        double missing = minute.path("missing").asDouble();
        return String.format(
                Locale.ROOT,
                "%s  %d bytes  %s  %s%s",
                minute.path("segment").asText(),
                minute.path("bytes").asLong(),
                minute.path("codec").asText(),
                minute.path("state").asText().toLowerCase(Locale.ROOT),
                missing < SHORTEST_TOLD ? "" : String.format(Locale.ROOT, "  %.1f s missing within", missing));
    }

    private static String gap(JsonNode gap) {
        return String.format(
                Locale.ROOT,
                "missing  %d bytes  %s",
                gap.path("bytes").asLong(),
                gap.path("why").asText());
    }
}

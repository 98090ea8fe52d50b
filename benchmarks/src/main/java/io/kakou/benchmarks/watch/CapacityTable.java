package io.kakou.benchmarks.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What streets of several sizes cost, from lines that were written before, in their order: a table of Markdown. */
public final class CapacityTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD =
            """
            | cameras | analysis, cores | all, cores | simulator | memory, MiB | oldest look, s | 95 % | lifts, 95 % | not watched |
            |---|---|---|---|---|---|---|---|---|
            """;

    private CapacityTable() {}

    /**
     * The table.
     *
     * @param file lines of JSON, of which those of {@code bench watch} count
     * @throws IOException where it cannot be read, or holds something else
     */
    public static String of(Path file) throws IOException {
        StringBuilder table = new StringBuilder(HEAD);
        for (String line : Files.readAllLines(file)) {
            JsonNode figures = JSON.readTree(line);
            if (figures.path("bench").asText().equals("watch")) {
                table.append(row(figures));
            }
        }
        return table.toString();
    }

    private static String row(JsonNode figures) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %,.0f | %.1f | %.1f | %.1f | %s |%n",
                street(figures),
                figures.path("analysisCores").asDouble(),
                figures.path("totalCores").asDouble(),
                figures.path("sourceCores").asDouble(),
                figures.path("rssMiB").asDouble(),
                figures.path("maxStalenessSeconds").asDouble(),
                figures.path("p95StalenessSeconds").asDouble(),
                figures.path("liftP95StalenessSeconds").asDouble(),
                less(figures.path("notWatched")));
    }

    /** How many, and what was unusual about them. */
    private static String street(JsonNode figures) {
        List<String> words = new ArrayList<>();
        words.add(String.format(Locale.ROOT, "%,d", figures.path("cameras").asInt()));
        if (figures.path("weather").asText().equals("RAIN")) {
            words.add("in rain");
        }
        if (figures.path("recordedCameras").asInt() > 0) {
            words.add(String.format(
                    Locale.ROOT,
                    "%d recorded all the time, %.1f MiB/s",
                    figures.path("recordedCameras").asInt(),
                    figures.path("recordedMiBPerSecond").asDouble()));
        }
        figures.path("settings").forEach(setting -> words.add('`' + setting.asText() + '`'));
        return String.join(", ", words);
    }

    private static String less(JsonNode notWatched) {
        List<String> kinds = new ArrayList<>();
        notWatched.properties().forEach(kind -> {
            if (kind.getValue().asInt() > 0) {
                kinds.add(kind.getValue().asInt() + " " + kind.getKey().toLowerCase(Locale.ROOT));
            }
        });
        return kinds.isEmpty() ? "none" : String.join(", ", kinds);
    }
}

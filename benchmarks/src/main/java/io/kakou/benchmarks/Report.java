package io.kakou.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run found.
 *
 * @param film its name, or {@code staged}
 * @param rows in the order of measuring
 */
record Report(Machine machine, String film, List<Row> rows) {
    /** Ours may cost this many times what the peer costs. */
    static final double LIMIT = 1.05;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The medians, for people. */
    String table() {
        String lines = rows.stream().map(Report::line).collect(Collectors.joining());
        return String.format("%n%-46s %10s %10s %7s %6s%n", "CPU µs, medians", "ours", "peer", "ratio", "limit")
                + lines;
    }

    private static String line(Row row) {
        String what = row.what() + " "
                + row.settings().entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(" "));
        Double ratio = row.ratio();
        if (ratio == null) {
            return String.format(Locale.ROOT, "%-46s %10.1f%s%n", what, row.oursMedian(), allocated(row));
        }
        return String.format(
                Locale.ROOT,
                "%-46s %10.1f %10.1f %7.3f %6.2f%s%s%n",
                what,
                row.oursMedian(),
                row.peerMedian(),
                ratio,
                LIMIT,
                ratio <= LIMIT ? "" : "  over",
                allocated(row));
    }

    private static String allocated(Row row) {
        Double bytes = row.allocatedBytes();
        return bytes == null ? "" : String.format(Locale.ROOT, "  %.0f B allocated", bytes);
    }

    /** Every turn's figures, as JSON. */
    void write(Path file) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        JSON.writeValue(file.toFile(), this);
    }
}

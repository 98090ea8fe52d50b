package io.kakou.app.cli.models;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What each sign of a plate was read as: place by place, of readings as long as the truth, from a width at which any are told. */
final class SignCounts {
    /** Below, a plate is always unknown. */
    private static final int LEAST_WIDTH = 48;

    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String truth, String read, int width) {
        if (width < LEAST_WIDTH || read.length() != truth.length()) {
            return;
        }
        for (int place = 0; place < truth.length(); place++) {
            counts.merge(truth.charAt(place) + "\t" + read.charAt(place), 1, Integer::sum);
        }
    }

    /** A table between tabs: the sign that stands there, what was read, how often. */
    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("truth\tread\tcount\n");
            for (Map.Entry<String, Integer> each : counts.entrySet()) {
                out.write(each.getKey() + "\t" + each.getValue() + "\n");
            }
        }
    }
}

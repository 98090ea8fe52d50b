package io.kakou.console.geojson;

import java.util.ArrayList;
import java.util.List;

/** The problems found so far. */
final class Problems {
    private static final int MOST_SHOWN = 60;
    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    boolean none() {
        return lines.isEmpty();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** A value out of the file, fit for one line of a terminal. */
    static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", "?");
        return '"' + (line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…") + '"';
    }
}

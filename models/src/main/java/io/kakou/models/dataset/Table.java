package io.kakou.models.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table in a text file: columns between tabs, headings on the first line; lines that are empty or begin with # count not. */
public final class Table {
    private final String name;
    private final List<Row> rows;

    private Table(String name, List<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    /**
     * One line.
     *
     * @param line its number in the file, from 1
     */
    public record Row(String table, int line, Map<String, String> values) {
        /** The value of a column. */
        public String get(String column) {
            return values.getOrDefault(column, "");
        }

        /** A complaint about one value of this line. */
        public UnreadableDataset refused(String column, String allowed) {
            return new UnreadableDataset(
                    table + " line " + line + ": " + column + " is \"" + get(column) + "\"; allowed: " + allowed);
        }
    }

    /**
     * Reads a file.
     *
     * @param columns that it must have; it may have more
     * @throws UnreadableDataset naming the file, the line and what is allowed
     */
    public static Table read(Path file, String... columns) throws UnreadableDataset {
        try {
            return of(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8), columns);
        } catch (IOException e) {
            throw new UnreadableDataset(
                    file + " cannot be read (" + e.getClass().getSimpleName() + "); allowed: a table in UTF-8", e);
        }
    }

    /** The same from lines at hand. */
    public static Table of(String name, List<String> lines, String... columns) throws UnreadableDataset {
        List<Row> rows = new ArrayList<>();
        List<String> headings = List.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells =
                    Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
            if (headings.isEmpty()) {
                headings = headings(name, i + 1, cells, List.of(columns));
            } else {
                rows.add(row(name, i + 1, headings, cells));
            }
        }
        if (headings.isEmpty()) {
            throw new UnreadableDataset(name + " is empty; allowed: headings " + List.of(columns));
        }
        return new Table(name, rows);
    }

    public String name() {
        return name;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    private static List<String> headings(String name, int line, List<String> cells, List<String> wanted)
            throws UnreadableDataset {
        for (String column : wanted) {
            if (!cells.contains(column)) {
                throw new UnreadableDataset(name + " line " + line + ": no column " + column + " among " + cells
                        + "; allowed: " + String.join(", ", wanted) + ", between tabs");
            }
        }
        return cells;
    }

    private static Row row(String name, int line, List<String> headings, List<String> cells) throws UnreadableDataset {
        if (cells.size() > headings.size()) {
            throw new UnreadableDataset(name + " line " + line + ": " + cells.size() + " columns; allowed: "
                    + headings.size() + ", as the headings have");
        }
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < cells.size(); i++) {
            values.put(headings.get(i), cells.get(i));
        }
        return new Row(name, line, values);
    }
}

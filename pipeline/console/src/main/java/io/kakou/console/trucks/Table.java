package io.kakou.console.trucks;

import io.kakou.console.refusal.Refusal;
import io.kakou.console.sheet.Sheet;
import io.kakou.console.sheet.SheetReader;
import io.kakou.console.sheet.UnreadableSheet;
import io.kakou.console.trucks.PaperReport.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A table read line by line: what is wrong with a line is a finding, and the next is read. */
final class Table {
    private final Sheet sheet;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int refused;

    /** @param columns by name what a column can be called, lower case; those of {@code needed} must be there */
    Table(byte[] file, Map<String, List<String>> columns, List<String> needed) {
        this.sheet = read(file);
        Sheet.Line heading = sheet.lines().get(0);
        for (int i = 0; i < heading.cells().size(); i++) {
            String cell = heading.cell(i).toLowerCase(Locale.ROOT);
            for (Map.Entry<String, List<String>> each : columns.entrySet()) {
                if (each.getKey().equals(cell) || each.getValue().contains(cell)) {
                    places.putIfAbsent(each.getKey(), i);
                }
            }
        }
        for (String each : needed) {
            if (!places.containsKey(each)) {
                refuse(
                        heading.number(),
                        "the column " + each + " is missing; allowed: " + each + ", "
                                + String.join(", ", columns.getOrDefault(each, List.of())));
            }
        }
    }

    private static Sheet read(byte[] file) {
        try {
            return SheetReader.read(file);
        } catch (UnreadableSheet e) {
            throw Refusal.badRequest(e.reason());
        }
    }

    /** A line's cells by column; empty where it has none. */
    record Cells(Table table, Sheet.Line line) {
        String of(String column) {
            Integer place = table.places.get(column);
            return place == null ? "" : line.cell(place);
        }
    }

    /**
     * Each line as a record; a line for which that throws is refused with its reason.
     *
     * @param key that no two lines may share
     */
    <T> List<T> rows(Function<Cells, T> form, Function<T, String> key) {
        List<T> rows = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        // Under a heading that is not understood every line would be told for the same reason.
        for (Sheet.Line line : refused > 0 ? List.<Sheet.Line>of() : lines()) {
            try {
                T row = form.apply(new Cells(this, line));
                Integer before = seen.putIfAbsent(key.apply(row), line.number());
                if (before != null) {
                    throw new IllegalArgumentException(
                            key.apply(row) + " stands in line " + before + " already; allowed: once");
                }
                rows.add(row);
            } catch (IllegalArgumentException e) {
                refuse(line.number(), String.valueOf(e.getMessage()));
            }
        }
        return rows;
    }

    private List<Sheet.Line> lines() {
        return sheet.lines().subList(1, sheet.lines().size());
    }

    void refuse(int line, String text) {
        refused++;
        told(line, true, text);
    }

    void warn(int line, String text) {
        told(line, false, text);
    }

    private void told(int line, boolean refuses, String text) {
        if (findings.size() < PaperReport.MOST_TOLD) {
            findings.add(new Finding(line, refuses, text.replaceAll("\\p{Cntrl}", " ")));
        }
    }

    int refused() {
        return refused;
    }

    PaperReport report(int added, int changed, int same, boolean taken) {
        return new PaperReport(sheet.form().words(), lines().size(), added, changed, same, refused, taken, findings);
    }
}

package io.kakou.console.sheet;

import java.util.List;

/**
 * A table.
 *
 * @param form how it was written
 * @param lines those in which anything stands, the heading first
 */
public record Sheet(Form form, List<Line> lines) {
    public Sheet {
        lines = List.copyOf(lines);
    }

    /** How a table was written, as far as its bytes tell. */
    public enum Form {
        CSV_UTF_8("CSV, UTF-8"),
        /** GBK is read by its superset, GB 18030. */
        CSV_GBK("CSV, GBK"),
        XLSX("XLSX");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /**
     * One line.
     *
     * @param number as the person's program counts it, from 1
     * @param cells stripped; the empty ones at the end may be missing
     */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /** Empty where the line is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}

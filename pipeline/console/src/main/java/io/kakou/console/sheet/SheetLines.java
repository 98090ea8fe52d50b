package io.kakou.console.sheet;

import io.kakou.console.sheet.Sheet.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines as they are read, within bounds. */
final class SheetLines {
    static final int MOST_LINES = 20_001;
    static final int MOST_COLUMNS = 100;
    static final int LONGEST_CELL = 2_000;

    /** What programs leave around a value: blanks of every width, marks without a width. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    private final List<Line> lines = new ArrayList<>();

    void add(long number, List<String> raw) throws UnreadableSheet {
        if (raw.size() > MOST_COLUMNS) {
            throw new UnreadableSheet("line " + number + " has " + raw.size() + " columns; allowed: " + MOST_COLUMNS);
        }
        List<String> cells = new ArrayList<>(raw.size());
        for (String cell : raw) {
            cells.add(bounded(number, AROUND.matcher(cell).replaceAll("")));
        }
        if (cells.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (lines.size() == MOST_LINES) {
            throw new UnreadableSheet("the file has more than " + (MOST_LINES - 1) + " lines; allowed: that many");
        }
        lines.add(new Line(Math.toIntExact(number), cells));
    }

    List<Line> all() throws UnreadableSheet {
        if (lines.isEmpty()) {
            throw new UnreadableSheet("the file is empty; allowed: a heading and a line for each camera");
        }
        return lines;
    }

    private static String bounded(long number, String cell) throws UnreadableSheet {
        if (cell.length() > LONGEST_CELL) {
            throw new UnreadableSheet("line " + number + " has a cell of " + cell.length() + " characters; allowed: "
                    + LONGEST_CELL + "; a quotation mark may not be closed");
        }
        return cell;
    }
}

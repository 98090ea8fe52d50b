package io.kakou.console.cameras.file;

import io.kakou.console.sheet.Sheet.Line;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Which column stands where. */
final class Heading {
    private static final String EXAMPLE =
            """
            lift-017,新塘苑 3 幢 2 单元电梯,电梯,120.210312,30.287415,rtsp://10.0.0.17:554/Streaming/Channels/101,\
            rtsp://10.0.0.17:554/Streaming/Channels/102,viewer,,33010400001320000017
            """;

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);

    Heading(Line line, Findings findings) {
        for (int i = 0; i < line.cells().size(); i++) {
            String heading = line.cell(i);
            int at = i;
            Column.of(heading)
                    .ifPresentOrElse(column -> put(column, at, line, findings), () -> ignore(heading, line, findings));
        }
        if (!places.containsKey(Column.ID) && !places.containsKey(Column.GB_CODE)) {
            findings.add(line.number(), Fault.COLUMN_MISSING, "编号 id / 国标编码 gbCode");
        }
        if (!places.containsKey(Column.MAIN_STREAM) && !places.containsKey(Column.SUB_STREAM)) {
            findings.add(line.number(), Fault.COLUMN_MISSING, "主码流 mainStream / 子码流 subStream");
        }
    }

    /** A CSV of UTF-8 that every spreadsheet reads as such: a byte order mark, the headings, one camera. */
    static String template() {
        String headings = Arrays.stream(Column.values()).map(Column::heading).collect(Collectors.joining(","));
        return '\uFEFF' + headings + "\r\n" + EXAMPLE.strip() + "\r\n";
    }

    String of(Column column, Line line) {
        Integer place = places.get(column);
        return place == null ? "" : line.cell(place);
    }

    private void put(Column column, int at, Line line, Findings findings) {
        if (places.putIfAbsent(column, at) != null) {
            findings.add(line.number(), Fault.COLUMN_TWICE, column.heading());
        }
    }

    private static void ignore(String heading, Line line, Findings findings) {
        if (!heading.isEmpty()) {
            findings.add(line.number(), Fault.COLUMN_IGNORED, heading);
        }
    }
}

package io.kakou.console.registry;

import static java.util.Comparator.comparingDouble;

import io.kakou.console.sheet.Sheet;
import io.kakou.console.sheet.SheetReader;
import io.kakou.console.sheet.UnreadableSheet;
import io.kakou.events.Id;
import io.kakou.events.Road;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads roads from a table, CSV or XLSX: a line a camera with the columns {@code road} (道路编号), {@code name} (道路名称,
 * may be missing), {@code order} (次序) and {@code camera} (点位编号).
 */
final class RoadSheet {
    /** What a column can be called; the first is for messages. */
    private static final Map<String, List<String>> HEADINGS = Map.of(
            "road", List.of("road", "道路编号", "道路"),
            "name", List.of("name", "道路名称", "名称"),
            "order", List.of("order", "次序", "顺序", "序号"),
            "camera", List.of("camera", "点位编号", "点位", "摄像机编号"));

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Draft> roads = new LinkedHashMap<>();

    private record Spot(double order, String camera, int line) {}

    private record Draft(String name, List<Spot> spots) {}

    private RoadSheet() {}

    /** @throws UnfitFile with every problem found, by the line */
    static List<Road> read(byte[] file) throws UnfitFile {
        RoadSheet read = new RoadSheet();
        try {
            List<Sheet.Line> lines = SheetReader.read(file).lines();
            read.heading(lines.get(0));
            if (read.problems.isEmpty()) {
                lines.stream().skip(1).forEach(read::line);
            }
        } catch (UnreadableSheet e) {
            read.problems.add(String.valueOf(e.getMessage()));
        }
        List<Road> roads = read.roads();
        if (!read.problems.isEmpty()) {
            throw new UnfitFile(read.problems);
        }
        return roads;
    }

    private void heading(Sheet.Line line) {
        HEADINGS.forEach((column, names) -> {
            for (int i = 0; i < line.cells().size(); i++) {
                if (names.contains(line.cell(i).toLowerCase(Locale.ROOT))) {
                    columns.put(column, i);
                }
            }
        });
        for (String column : List.of("road", "order", "camera")) {
            if (!columns.containsKey(column)) {
                problems.add("line " + line.number() + " has no column " + column + "; allowed: road,name,order,camera"
                        + " (道路编号,道路名称,次序,点位编号)");
            }
        }
    }

    private void line(Sheet.Line line) {
        try {
            String id = Id.plain("road", cell(line, "road"));
            String camera = Id.plain("camera", cell(line, "camera"));
            double order = Double.parseDouble(cell(line, "order"));
            String name = columns.containsKey("name") ? cell(line, "name") : "";
            Draft road = roads.computeIfAbsent(id, none -> new Draft(name.isEmpty() ? id : name, new ArrayList<>()));
            road.spots().stream()
                    .filter(spot -> spot.order() == order || spot.camera().equals(camera))
                    .findFirst()
                    .ifPresent(spot -> problems.add("line " + line.number() + ": road " + id + " has the order or the"
                            + " camera of line " + spot.line() + "; allowed: each once"));
            road.spots().add(new Spot(order, camera, line.number()));
        } catch (NumberFormatException e) {
            problems.add("line " + line.number() + ": order is \"" + cell(line, "order") + "\"; allowed: a number");
        } catch (IllegalArgumentException e) {
            problems.add("line " + line.number() + ": " + e.getMessage());
        }
    }

    private String cell(Sheet.Line line, String column) {
        return line.cell(columns.getOrDefault(column, Integer.MAX_VALUE));
    }

    private List<Road> roads() {
        List<Road> all = new ArrayList<>();
        roads.forEach((id, draft) -> {
            List<String> cameras = draft.spots().stream()
                    .sorted(comparingDouble(Spot::order))
                    .map(Spot::camera)
                    .distinct()
                    .toList();
            try {
                all.add(new Road(id, draft.name(), cameras));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        });
        return all;
    }
}

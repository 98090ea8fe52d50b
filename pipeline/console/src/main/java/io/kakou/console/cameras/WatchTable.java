package io.kakou.console.cameras;

import static java.util.Comparator.comparing;

import io.kakou.console.areas.AreaMap;
import io.kakou.console.areas.Scope;
import io.kakou.events.Area;
import io.kakou.events.EventKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is watched, by area and event: a camera counts in its own area, in all above it, and in the whole.
 *
 * @param rows the whole first, then the tree with each area before those below it
 */
public record WatchTable(List<Row> rows) {
    /** In no id, and before every letter of one. */
    private static final char BELOW = ' ';

    /**
     * One area with those below it.
     *
     * @param area null for the whole of what the reader sees
     * @param depth in the tree; the whole is 0
     */
    public record Row(@Nullable String area, @Nullable String name, int depth, List<Cell> cells) {}

    /**
     * One event in one area.
     *
     * @param counts by how well; what counts nothing is left out
     * @param why of those that are not watched as promised, the largest count first
     */
    public record Cell(EventKind kind, Map<Sight.Degree, Integer> counts, List<Count> why) {}

    /** So many of one reason. */
    public record Count(Sight.Degree degree, String why, int cameras) {}

    /**
     * The table of these cameras.
     *
     * @param scope the areas that are rows
     */
    public static WatchTable of(List<StoredCamera> cameras, CameraStates states, AreaMap map, Scope scope) {
        Map<String, Area> areas = new HashMap<>();
        map.all().stream().filter(area -> scope.sees(area.id())).forEach(area -> areas.put(area.id(), area));
        Map<String, Map<EventKind, Map<Sight, Integer>>> counted = new TreeMap<>();
        for (StoredCamera each : cameras) {
            CameraState state = states.of(each.camera().id());
            for (String path : paths(each.area(), areas)) {
                Map<EventKind, Map<Sight, Integer>> row =
                        counted.computeIfAbsent(path, key -> new EnumMap<>(EventKind.class));
                for (EventKind kind : each.camera().watched()) {
                    row.computeIfAbsent(kind, key -> new HashMap<>())
                            .merge(Sight.of(state, kind, states), 1, Integer::sum);
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        counted.forEach((path, row) -> rows.add(row(path, row, areas)));
        return new WatchTable(rows);
    }

    /** From the whole, which is empty, down to the area: {@code  district street}; sorted, they are the tree. */
    private static List<String> paths(@Nullable String area, Map<String, Area> areas) {
        List<String> names = new ArrayList<>();
        Area at = area == null ? null : areas.get(area);
        while (at != null && !names.contains(at.id())) {
            names.add(0, at.id());
            at = at.parent() == null ? null : areas.get(at.parent());
        }
        List<String> paths = new ArrayList<>(List.of(""));
        names.forEach(name -> paths.add(paths.get(paths.size() - 1) + BELOW + name));
        return paths;
    }

    private static Row row(String path, Map<EventKind, Map<Sight, Integer>> kinds, Map<String, Area> areas) {
        List<Cell> cells = new ArrayList<>();
        kinds.forEach((kind, sights) -> cells.add(cell(kind, sights)));
        if (path.isEmpty()) {
            return new Row(null, null, 0, cells);
        }
        String id = path.substring(path.lastIndexOf(BELOW) + 1);
        Area area = areas.get(id);
        int depth = (int) path.chars().filter(letter -> letter == BELOW).count();
        return new Row(id, area == null ? id : area.name(), depth, cells);
    }

    private static Cell cell(EventKind kind, Map<Sight, Integer> sights) {
        Map<Sight.Degree, Integer> counts = new EnumMap<>(Sight.Degree.class);
        List<Count> why = new ArrayList<>();
        sights.forEach((sight, cameras) -> {
            counts.merge(sight.degree(), cameras, Integer::sum);
            if (sight.degree() != Sight.Degree.WATCHED) {
                why.add(new Count(sight.degree(), sight.why(), cameras));
            }
        });
        why.sort(comparing(Count::cameras)
                .reversed()
                .thenComparing(Count::degree)
                .thenComparing(Count::why));
        return new Cell(kind, counts, why);
    }
}

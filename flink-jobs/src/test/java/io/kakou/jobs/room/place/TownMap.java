package io.kakou.jobs.room.place;

import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import io.kakou.jobs.room.place.CellOutline.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A town of 2 districts, their streets, communities and grids, some 5 km wide, drawn from a seed: crooked borders that
 * neighbours share point by point, areas in pieces inside others, lakes that belong to nobody's grid, and two grids
 * drawn over others. Each corner is a whole number of {@link #STEP}s, so that a point exactly on a border exists.
 */
final class TownMap {
    /** Degrees; a quarter of a metre. */
    static final double STEP = 1.0 / (1 << 18);

    static final double WEST = 120;
    static final double SOUTH = 30;

    private static final int SIDE = 48;
    /** A cell is 108 m high. */
    private static final int STEPS_A_CELL = 256;

    private static final List<AreaLevel> LEVELS =
            List.of(AreaLevel.DISTRICT, AreaLevel.STREET, AreaLevel.COMMUNITY, AreaLevel.GRID);
    private static final int[] PARTS = {10, 4, 6};

    private final Random random;
    private final Map<Cell, String> grid = new TreeMap<>();
    private final Map<String, @Nullable String> parents = new TreeMap<>();
    private final Map<String, Set<Cell>> cells = new TreeMap<>();
    private final Map<List<Cell>, List<Cell>> bends = new HashMap<>();
    private final Map<Cell, Cell> corners = new HashMap<>();
    private final List<Area> areas = new ArrayList<>();

    private TownMap(long seed) {
        random = new Random(seed);
    }

    static List<Area> drawn(long seed) {
        TownMap town = new TownMap(seed);
        town.districts();
        town.enclaves();
        town.lakes();
        town.draw();
        return town.areas;
    }

    private void districts() {
        Set<Cell> west = new TreeSet<>();
        Set<Cell> east = new TreeSet<>();
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                (x < SIDE / 2 + (y / 5) % 3 ? west : east).add(new Cell(x, y));
            }
        }
        divide("d1", west, 0);
        divide("d2", east, 0);
    }

    /** Each cell to the nearest of some seeds. */
    private void divide(String id, Set<Cell> own, int depth) {
        parents.putIfAbsent(id, null);
        if (depth == PARTS.length) {
            own.forEach(cell -> grid.put(cell, id));
            return;
        }
        List<Cell> seeds = new ArrayList<>(own);
        Collections.shuffle(seeds, random);
        seeds = seeds.subList(0, Math.min(PARTS[depth], seeds.size()));
        Map<Cell, Set<Cell>> parts = new TreeMap<>();
        for (Cell cell : own) {
            parts.computeIfAbsent(nearest(cell, seeds), none -> new TreeSet<>()).add(cell);
        }
        int number = 0;
        for (Set<Cell> part : parts.values()) {
            String below = id + "-" + ++number;
            parents.put(below, id);
            divide(below, part, depth + 1);
        }
    }

    private static Cell nearest(Cell cell, List<Cell> seeds) {
        return seeds.stream()
                .min((a, b) -> Integer.compare(square(cell, a), square(cell, b)))
                .orElseThrow();
    }

    private static int square(Cell a, Cell b) {
        return (a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y());
    }

    private void enclaves() {
        List<String> grids = List.copyOf(new TreeSet<>(grid.values()));
        for (int i = 0; i < 25; i++) {
            String far = grids.get(random.nextInt(grids.size()));
            block(2).forEach(cell -> grid.put(cell, far));
        }
    }

    /** To the community, or to the street alone. */
    private void lakes() {
        for (int i = 0; i < 20; i++) {
            int up = 1 + i % 2;
            block(1 + i % 3).forEach(cell -> {
                String owner = grid.get(cell);
                for (int step = 0; step < up && owner != null && parents.get(owner) != null; step++) {
                    owner = parents.get(owner);
                }
                grid.put(cell, String.valueOf(owner));
            });
        }
    }

    private List<Cell> block(int side) {
        Cell corner = new Cell(1 + random.nextInt(SIDE - side - 2), 1 + random.nextInt(SIDE - side - 2));
        return Stream.iterate(0, i -> i < side * side, i -> i + 1)
                .map(i -> corner.plus(i % side, i / side))
                .toList();
    }

    private void draw() {
        grid.forEach((cell, owner) -> {
            for (String at = owner; at != null; at = parents.get(at)) {
                cells.computeIfAbsent(at, none -> new TreeSet<>()).add(cell);
            }
        });
        cells.forEach((id, own) -> areas.add(area(id, parents.get(id), own)));
        over("a-over", "d1-2-1-1");
        over("z-over", "d2-3-1-1");
    }

    /** A grid drawn over another and what lies east of it. */
    private void over(String id, String other) {
        Set<Cell> own = new TreeSet<>(cells.getOrDefault(other, Set.of(new Cell(3, 3))));
        List.copyOf(own).stream()
                .map(cell -> cell.plus(1, 0))
                .filter(cell -> cell.x() < SIDE)
                .forEach(own::add);
        areas.add(new Area(id, id, AreaLevel.GRID, parents.get(other), "room-" + id, polygons(own)));
    }

    private Area area(String id, @Nullable String parent, Set<Cell> own) {
        AreaLevel level = LEVELS.get(id.split("-", -1).length - 1);
        boolean room =
                switch (level) {
                    case DISTRICT -> true;
                    case STREET -> random.nextInt(10) < 8;
                    case COMMUNITY, GRID, UNKNOWN -> random.nextInt(10) < 4;
                };
        return new Area(id, id, level, parent, room ? "room-" + id : null, polygons(own));
    }

    private List<Polygon> polygons(Set<Cell> own) {
        return CellOutline.pieces(own).stream()
                .map(piece -> new Polygon(
                        CellOutline.rings(piece).stream().map(this::crooked).toList()))
                .toList();
    }

    private Ring crooked(List<Cell> ring) {
        List<Cell> steps = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Cell from = ring.get(i);
            Cell to = ring.get((i + 1) % ring.size());
            steps.add(corner(from));
            steps.addAll(bends(from, to));
        }
        return new Ring(steps.stream()
                .map(step -> new Point(WEST + step.x() * STEP, SOUTH + step.y() * STEP))
                .toList());
    }

    private Cell corner(Cell corner) {
        return corners.computeIfAbsent(
                corner, at -> new Cell(STEPS_A_CELL * at.x() + offset(40), STEPS_A_CELL * at.y() + offset(40)));
    }

    /** The same points whichever neighbour walks the border. */
    private List<Cell> bends(Cell from, Cell to) {
        if (from.compareTo(to) > 0) {
            List<Cell> back = new ArrayList<>(bends(to, from));
            Collections.reverse(back);
            return back;
        }
        return bends.computeIfAbsent(List.of(from, to), side -> {
            Cell a = corner(from);
            Cell b = corner(to);
            boolean north = from.x() == to.x();
            return Stream.of(1, 2, 3)
                    .map(i -> new Cell(a.x() + (b.x() - a.x()) * i / 4, a.y() + (b.y() - a.y()) * i / 4)
                            .plus(north ? offset(24) : 0, north ? 0 : offset(24)))
                    .toList();
        });
    }

    private int offset(int most) {
        return random.nextInt(2 * most + 1) - most;
    }
}

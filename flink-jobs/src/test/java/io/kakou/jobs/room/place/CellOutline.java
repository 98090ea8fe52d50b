package io.kakou.jobs.room.place;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The outline of cells of a board: a ring of corners round each piece, and one round each hole. */
final class CellOutline {
    /** A cell, or the corner at its south-west. */
    record Cell(int x, int y) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER =
                Comparator.comparingInt(Cell::x).thenComparingInt(Cell::y);

        Cell plus(int east, int north) {
            return new Cell(x + east, y + north);
        }

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    private static final int[][] SIDES = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};

    private CellOutline() {}

    /** Cells that hang together by their sides. */
    static List<Set<Cell>> pieces(Set<Cell> cells) {
        Set<Cell> left = new TreeSet<>(cells);
        List<Set<Cell>> pieces = new ArrayList<>();
        while (!left.isEmpty()) {
            Deque<Cell> open = new ArrayDeque<>(List.of(left.iterator().next()));
            left.remove(open.peek());
            Set<Cell> piece = new LinkedHashSet<>();
            while (!open.isEmpty()) {
                Cell cell = open.pop();
                piece.add(cell);
                for (int[] side : SIDES) {
                    Cell next = cell.plus(side[0], side[1]);
                    if (left.remove(next)) {
                        open.push(next);
                    }
                }
            }
            pieces.add(piece);
        }
        return pieces;
    }

    /** The rings of one piece, the outer one first; each closed, its first corner not repeated. */
    static List<List<Cell>> rings(Set<Cell> piece) {
        Map<Cell, List<Cell>> steps = steps(piece);
        List<List<Cell>> rings = new ArrayList<>();
        while (!steps.isEmpty()) {
            rings.add(ring(steps));
        }
        rings.sort(Comparator.comparingLong(CellOutline::twiceArea).reversed());
        if (twiceArea(rings.get(0)) <= 0 || rings.stream().skip(1).anyMatch(ring -> twiceArea(ring) >= 0)) {
            throw new IllegalStateException("a piece has one outer ring, but has " + rings);
        }
        return rings;
    }

    /** From corner to corner along the sides that are borders, the piece to the left. */
    private static Map<Cell, List<Cell>> steps(Set<Cell> piece) {
        Map<Cell, List<Cell>> steps = new LinkedHashMap<>();
        int[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        int[][] outward = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};
        for (Cell cell : piece) {
            for (int i = 0; i < 4; i++) {
                if (!piece.contains(cell.plus(outward[i][0], outward[i][1]))) {
                    int[] to = corners[(i + 1) % 4];
                    steps.computeIfAbsent(cell.plus(corners[i][0], corners[i][1]), none -> new ArrayList<>())
                            .add(cell.plus(to[0], to[1]));
                }
            }
        }
        return steps;
    }

    private static List<Cell> ring(Map<Cell, List<Cell>> steps) {
        Cell start = steps.keySet().iterator().next();
        List<Cell> ring = new ArrayList<>();
        Cell before = start;
        Cell at = start;
        do {
            ring.add(at);
            List<Cell> ways = steps.getOrDefault(at, List.of());
            Cell next = leftmost(before, at, ways);
            ways.remove(next);
            if (ways.isEmpty()) {
                steps.remove(at);
            }
            before = at;
            at = next;
        } while (!at.equals(start) || leavesAgain(start, steps, ring));
        return ring;
    }

    /** A corner that the ring passes twice is left again where its first way out was not the leftmost one. */
    private static boolean leavesAgain(Cell start, Map<Cell, List<Cell>> steps, List<Cell> ring) {
        List<Cell> out = steps.get(start);
        return out != null
                && leftmost(ring.get(ring.size() - 1), start, List.of(out.get(0), ring.get(1)))
                        .equals(out.get(0));
    }

    /** Round the own cell's corner, where two cells touch only there. */
    private static Cell leftmost(Cell before, Cell at, List<Cell> ways) {
        return ways.stream()
                .max(Comparator.comparingInt(
                        to -> (at.x() - before.x()) * (to.y() - at.y()) - (at.y() - before.y()) * (to.x() - at.x())))
                .orElseThrow();
    }

    private static long twiceArea(List<Cell> ring) {
        long twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            Cell a = ring.get(i);
            Cell b = ring.get((i + 1) % ring.size());
            twice += (long) a.x() * b.y() - (long) b.x() * a.y();
        }
        return twice;
    }
}

package io.kakou.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolygonTest {
    private static final int CELLS = 6;

    @Test
    void a_hole_is_outside() {
        Polygon ring = new Polygon(List.of(new Ring(square(0, 0, 9)), new Ring(square(3, 3, 3))));

        assertThat(ring.contains(new Point(1, 1))).isTrue();
        assertThat(ring.contains(new Point(4, 4))).isFalse();
        assertThat(ring.contains(new Point(10, 4))).isFalse();
    }

    @Test
    void a_ring_may_or_may_not_repeat_its_first_point() {
        List<Point> closed = new ArrayList<>(square(0, 0, 2));
        closed.add(closed.get(0));

        for (double x = -0.5; x < 3; x += 0.5) {
            Point point = new Point(x, 1);
            assertThat(new Polygon(List.of(new Ring(closed))).contains(point))
                    .isEqualTo(new Polygon(List.of(new Ring(square(0, 0, 2)))).contains(point));
        }
    }

    @Test
    void two_points_are_no_ring() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ring(List.of(new Point(0, 0), new Point(1, 1))))
                .withMessage("a ring has 2 points; allowed: 3 or more");
    }

    /** A street cut into crooked triangles that share every border: each point has one owner, borders and corners too. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_point_of_a_divided_street_has_exactly_one_owner(long seed) {
        Random random = new Random(seed);
        Point[][] grid = crookedGrid(random);
        List<Polygon> areas = triangles(grid, random);
        List<Point> places = new ArrayList<>();
        for (int row = 1; row < CELLS; row++) {
            for (int column = 1; column < CELLS; column++) {
                Point corner = grid[row][column];
                places.add(corner);
                places.add(between(corner, grid[row][column + 1], random.nextDouble()));
                places.add(between(corner, grid[row + 1][column], random.nextDouble()));
                places.add(between(corner, grid[row + 1][column + 1], random.nextDouble()));
            }
        }
        places.removeIf(place -> outside(grid, place));

        assertThat(places).hasSizeGreaterThan(60).allSatisfy(place -> assertThat(
                        areas.stream().filter(area -> area.contains(place)).count())
                .as("owners of %s", place)
                .isEqualTo(1));
    }

    private static Point[][] crookedGrid(Random random) {
        Point[][] grid = new Point[CELLS + 1][CELLS + 1];
        for (int row = 0; row <= CELLS; row++) {
            for (int column = 0; column <= CELLS; column++) {
                // One column in three keeps its exact latitude, so that level borders are met as well.
                double crooked = column % 3 == 0 ? 0 : random.nextDouble(0.3);
                grid[row][column] =
                        new Point(120 + 0.01 * (column + random.nextDouble(0.3)), 30 + 0.01 * (row + crooked));
            }
        }
        return grid;
    }

    /** Each cell halved along one diagonal, each half listed from a random corner in a random direction. */
    private static List<Polygon> triangles(Point[][] grid, Random random) {
        List<Polygon> areas = new ArrayList<>();
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                Point from = grid[row][column];
                Point to = grid[row + 1][column + 1];
                Stream.of(grid[row][column + 1], grid[row + 1][column])
                        .forEach(third -> areas.add(shuffled(List.of(from, to, third), random)));
            }
        }
        return areas;
    }

    private static Polygon shuffled(List<Point> corners, Random random) {
        List<Point> ring = new ArrayList<>(corners);
        Collections.shuffle(ring, random);
        return new Polygon(List.of(new Ring(ring)));
    }

    private static Point between(Point a, Point b, double share) {
        return new Point(
                a.longitude() + share * (b.longitude() - a.longitude()),
                a.latitude() + share * (b.latitude() - a.latitude()));
    }

    private static boolean outside(Point[][] grid, Point place) {
        return place.longitude() >= 120 + 0.01 * CELLS
                || place.latitude() >= 30 + 0.01 * CELLS
                || place.longitude() <= grid[0][0].longitude() + 0.01;
    }

    private static List<Point> square(double left, double bottom, double side) {
        return List.of(
                new Point(left, bottom),
                new Point(left + side, bottom),
                new Point(left + side, bottom + side),
                new Point(left, bottom + side));
    }
}

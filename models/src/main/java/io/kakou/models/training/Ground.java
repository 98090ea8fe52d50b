package io.kakou.models.training;

import io.kakou.models.Box;
import io.kakou.models.Picture;
import java.util.List;

/** Where in a picture there is water, as far as its labels say. */
@FunctionalInterface
interface Ground {
    /** What one place is. */
    enum Kind {
        WATER,
        DRY,
        NOBODY_KNOWS
    }

    /** At a place in shares of the picture. */
    Kind at(double x, double y);

    /** No water anywhere. */
    static Ground dry() {
        return (x, y) -> Kind.DRY;
    }

    /** As a mask says, white where there is water. */
    static Ground masked(Picture mask) {
        return (x, y) -> {
            int column = Math.min(mask.width() - 1, (int) (x * mask.width()));
            int row = Math.min(mask.height() - 1, (int) (y * mask.height()));
            return (mask.rgbAt(column, row) & 0xff) > 127 ? Kind.WATER : Kind.DRY;
        };
    }

    /** Around buses that stand in water: it lies before and beside their wheels; above their roofs and on them it is dry. */
    static Ground around(List<Box> buses) {
        double roof = buses.stream().mapToDouble(Box::top).min().orElse(1);
        return (x, y) -> {
            if (y < roof - 0.05 || buses.stream().anyMatch(bus -> isOn(bus, x, y))) {
                return Kind.DRY;
            }
            return buses.stream().anyMatch(bus -> isBefore(bus, x, y)) ? Kind.WATER : Kind.NOBODY_KNOWS;
        };
    }

    private static boolean isOn(Box bus, double x, double y) {
        double wheels = bus.top() + 0.7 * bus.height();
        return x > bus.left() && x < bus.right() && y > bus.top() && y < wheels;
    }

    /** Down to where captions begin. */
    private static boolean isBefore(Box bus, double x, double y) {
        double beside = 0.3 * bus.width();
        return x > bus.left() - beside && x < bus.right() + beside && y > bus.bottom() + 0.01 && y < 0.93;
    }
}

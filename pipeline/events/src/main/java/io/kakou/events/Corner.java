package io.kakou.events;

/**
 * A corner in a picture, relative to its size, so that it holds for the main and the sub stream.
 *
 * @param x 0 at the left edge to 1 at the right
 * @param y 0 at the top edge to 1 at the bottom
 */
public record Corner(double x, double y) {
    public Corner {
        Range.check("x", x, 0, 1);
        Range.check("y", y, 0, 1);
    }
}

package io.kakou.models.face;

/**
 * A face in a picture, in its pixels.
 *
 * @param x of its box's middle
 * @param y of its box's middle
 * @param side of its box, the mean of width and height
 * @param turn by which the line of the eyes leaves the horizontal, clockwise, in radians
 * @param score 0 to 1
 */
record Face(double x, double y, double side, double turn, double score) {
    Face scaled(double by) {
        return new Face(x * by, y * by, side * by, turn, score);
    }

    Face moved(double right, double down) {
        return new Face(x + right, y + down, side, turn, score);
    }
}

package io.kakou.models;

/**
 * A rectangle in a picture, relative to its size: 0 at the left and top edges, 1 at the right and bottom ones.
 *
 * @param left not beyond {@code right}
 * @param top not beyond {@code bottom}
 */
public record Box(double left, double top, double right, double bottom) {
    public Box {
        if (!(left >= 0 && left <= right && right <= 1 && top >= 0 && top <= bottom && bottom <= 1)) {
            throw new IllegalArgumentException("box (" + left + ", " + top + ", " + right + ", " + bottom
                    + "); allowed: 0 ≤ left ≤ right ≤ 1 and 0 ≤ top ≤ bottom ≤ 1");
        }
    }

    /** A box cut to the picture, from corners that may lie outside it or come in the wrong order. */
    public static Box clipped(double left, double top, double right, double bottom) {
        double l = clip(left);
        double t = clip(top);
        return new Box(l, t, Math.max(l, clip(right)), Math.max(t, clip(bottom)));
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double area() {
        return width() * height();
    }

    public double centreX() {
        return (left + right) / 2;
    }

    public double centreY() {
        return (top + bottom) / 2;
    }

    /** Shared area over joint area (intersection over union), 0 to 1. */
    public double iou(Box other) {
        double shared = overlap(other);
        double joint = area() + other.area() - shared;
        return joint > 0 ? shared / joint : 0;
    }

    /** Shared area over that of the smaller one, 0 to 1: 1 where one lies in the other, however much larger that is. */
    public double cover(Box other) {
        double smaller = Math.min(area(), other.area());
        return smaller > 0 ? overlap(other) / smaller : 0;
    }

    private double overlap(Box other) {
        double w = Math.min(right, other.right) - Math.max(left, other.left);
        double h = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return w > 0 && h > 0 ? w * h : 0;
    }

    private static double clip(double v) {
        return Math.max(0, Math.min(1, v));
    }
}

package io.kakou.analysis.track;

import io.kakou.models.Box;

/** Where a box is and where it is going: centre, width and height, each an {@link Axis}. */
public record Motion(Axis x, Axis y, Axis width, Axis height) {
    /** How exact a detector's edge is, as a share of the box's height; the figure of SORT and ByteTrack. */
    private static final double MEASURED = 0.05;
    /** Speed at first sight is unknown: up to about a height a second. */
    private static final double FIRST_SPEED = 1.0;
    /** People and vehicles change speed by up to about a height a second each second; sizes change slower. */
    private static final double ACCELERATION = 1.0;

    private static final double GROWTH = 0.25;

    static Motion of(Box box) {
        double h = scale(box.height());
        return new Motion(
                Axis.at(box.centreX(), h * MEASURED, h * FIRST_SPEED),
                Axis.at(box.centreY(), h * MEASURED, h * FIRST_SPEED),
                Axis.at(box.width(), h * MEASURED, h * GROWTH),
                Axis.at(box.height(), h * MEASURED, h * GROWTH));
    }

    Motion after(double seconds) {
        double h = scale(height.position());
        return new Motion(
                x.after(seconds, h * ACCELERATION),
                y.after(seconds, h * ACCELERATION),
                width.after(seconds, h * GROWTH),
                height.after(seconds, h * GROWTH));
    }

    Motion seenAt(Box box) {
        double sigma = scale(box.height()) * MEASURED;
        return new Motion(
                x.seenAt(box.centreX(), sigma),
                y.seenAt(box.centreY(), sigma),
                width.seenAt(box.width(), sigma),
                height.seenAt(box.height(), sigma));
    }

    /** The picture did not change: whatever it is stands still. */
    Motion standing() {
        return new Motion(x.standing(), y.standing(), width.standing(), height.standing());
    }

    Box box() {
        double w = Math.max(0, width.position()) / 2;
        double h = Math.max(0, height.position()) / 2;
        return Box.clipped(x.position() - w, y.position() - h, x.position() + w, y.position() + h);
    }

    /** A box of no height would be exact beyond measure and never match again. */
    private static double scale(double height) {
        return Math.max(height, 0.01);
    }
}

package io.kakou.models.ocr;

import io.kakou.models.Box;
import io.kakou.models.Picture;

/**
 * A parallelogram in a picture, in pixels: a line of text, upright where {@code downX} is 0 and {@code acrossY} is 0.
 *
 * @param x of its middle; {@code y} likewise
 * @param acrossX from the middle to the middle of its right side; {@code acrossY} likewise
 * @param downX from the middle to the middle of its lower side; {@code downY} likewise
 */
public record Strip(double x, double y, double acrossX, double acrossY, double downX, double downY) {
    public static Strip of(double left, double top, double right, double bottom) {
        return new Strip((left + right) / 2, (top + bottom) / 2, (right - left) / 2, 0, 0, (bottom - top) / 2);
    }

    /** A picture's part. */
    public static Strip of(Picture picture, Box box) {
        return of(
                box.left() * picture.width(),
                box.top() * picture.height(),
                box.right() * picture.width(),
                box.bottom() * picture.height());
    }

    public Strip moved(double byX, double byY) {
        return new Strip(x + byX, y + byY, acrossX, acrossY, downX, downY);
    }

    public double width() {
        return 2 * Math.hypot(acrossX, acrossY);
    }

    public double height() {
        return 2 * Math.hypot(downX, downY);
    }

    /** A part of it, in its own shares from 0 to 1; beyond them it grows. */
    public Strip part(double left, double top, double right, double bottom) {
        double i = left + right - 1;
        double j = top + bottom - 1;
        double w = right - left;
        double h = bottom - top;
        return new Strip(
                x + i * acrossX + j * downX,
                y + i * acrossY + j * downY,
                w * acrossX,
                w * acrossY,
                h * downX,
                h * downY);
    }

    /** The same line where the camera looks along it: its sides stay upright, its height too. */
    public Strip sheared() {
        return new Strip(x, y, acrossX, acrossY, 0, height() / 2);
    }
}

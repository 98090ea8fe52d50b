package io.kakou.models.scaling;

import io.kakou.models.Box;
import io.kakou.models.Picture;

/** A part of a picture, as a picture of its own. */
public final class Crop {
    private Crop() {}

    /** The box grown on every side by a share of itself, cut to the picture. */
    public static Box grown(Box box, double share) {
        double x = share * box.width();
        double y = share * box.height();
        return Box.clipped(box.left() - x, box.top() - y, box.right() + x, box.bottom() + y);
    }

    /** The pixels that a box touches; at least one. */
    public static Picture of(Picture picture, Box box) {
        int left = Math.min((int) (box.left() * picture.width()), picture.width() - 1);
        int top = Math.min((int) (box.top() * picture.height()), picture.height() - 1);
        int width = Math.max(1, (int) Math.ceil(box.right() * picture.width()) - left);
        int height = Math.max(1, (int) Math.ceil(box.bottom() * picture.height()) - top);
        Picture part = Picture.allocate(width, height);
        byte[] row = new byte[width * Picture.CHANNELS];
        for (int y = 0; y < height; y++) {
            picture.rgb().get(((top + y) * picture.width() + left) * Picture.CHANNELS, row);
            part.rgb().put(y * row.length, row);
        }
        return part;
    }
}

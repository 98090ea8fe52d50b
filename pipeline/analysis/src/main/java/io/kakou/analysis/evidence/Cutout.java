package io.kakou.analysis.evidence;

import io.kakou.events.LabelledBox;
import io.kakou.models.Picture;

/** Somebody cut out of a picture with what is around, for people to look at. */
public final class Cutout {
    private static final double AROUND = 0.25;
    /** Smaller ones are drawn larger, for eyes. */
    private static final int LEAST_HEIGHT = 240;

    private static final double WIDE = 16 / 9.0;

    private Cutout() {}

    /**
     * What a box shows.
     *
     * @param picture a camera's; where it is square it is a detector's, and the camera's was wide
     * @param box in shares of it
     */
    public static Picture of(Picture picture, LabelledBox box) {
        double across = AROUND * (box.right() - box.left());
        double along = AROUND * (box.bottom() - box.top());
        int left = (int) (Math.max(0, box.left() - across) * picture.width());
        int top = (int) (Math.max(0, box.top() - along) * picture.height());
        int width = Math.max(1, (int) (Math.min(1, box.right() + across) * picture.width()) - left);
        int height = Math.max(1, (int) (Math.min(1, box.bottom() + along) * picture.height()) - top);
        double larger = Math.max(1, LEAST_HEIGHT / (double) height);
        double wider = picture.width() == picture.height() ? WIDE : 1;
        Picture cut = Picture.allocate(
                Math.max(1, (int) Math.round(width * larger * wider)), Math.max(1, (int) Math.round(height * larger)));
        for (int y = 0; y < cut.height(); y++) {
            for (int x = 0; x < cut.width(); x++) {
                int rgb = picture.rgbAt(
                        Math.min(picture.width() - 1, left + x * width / cut.width()),
                        Math.min(picture.height() - 1, top + y * height / cut.height()));
                int at = (y * cut.width() + x) * Picture.CHANNELS;
                cut.rgb()
                        .put(at, (byte) (rgb >> 16))
                        .put(at + 1, (byte) (rgb >> 8))
                        .put(at + 2, (byte) rgb);
            }
        }
        return cut;
    }
}

package io.kakou.models.own;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.scaling.Stretch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Fits pictures into a model's input, shape kept: at the top left, grey beside it. Planes of 0 to 255. One thread. */
final class Letterbox {
    /** What YOLOX was trained beside. */
    private static final float GREY = 114;

    private final Size input;
    private final boolean blueFirst;
    private final FloatBuffer planes;
    private final ByteBuffer fitted;

    Letterbox(Size input, boolean blueFirst) {
        this.input = input;
        this.blueFirst = blueFirst;
        int values = Picture.CHANNELS * input.width() * input.height();
        this.planes = ByteBuffer.allocateDirect(Float.BYTES * values)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        this.fitted = ByteBuffer.allocateDirect(values);
    }

    /** Input pixels a picture's pixel. */
    static double scale(Picture picture, Size input) {
        return Math.min((double) input.width() / picture.width(), (double) input.height() / picture.height());
    }

    /** [1,3,height,width], good until the next call. */
    FloatBuffer fit(Picture picture) {
        double scale = scale(picture, input);
        int width = Math.max(1, (int) Math.min(input.width(), Math.round(picture.width() * scale)));
        int height = Math.max(1, (int) Math.min(input.height(), Math.round(picture.height() * scale)));
        Stretch.into(fitted, picture, new Size(width, height));
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            int plane = blueFirst ? Picture.CHANNELS - 1 - channel : channel;
            fill(plane * input.width() * input.height(), channel, width, height);
        }
        return planes.duplicate();
    }

    private void fill(int at, int channel, int width, int height) {
        for (int y = 0; y < input.height(); y++) {
            for (int x = 0; x < input.width(); x++) {
                boolean inside = x < width && y < height;
                float value = inside ? fitted.get((y * width + x) * Picture.CHANNELS + channel) & 0xff : GREY;
                planes.put(at + y * input.width() + x, value);
            }
        }
    }
}

package io.kakou.models.ocr;

import io.kakou.models.Picture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** Pieces of a picture laid straight, as floats the way PP-OCR takes them: planes of blue, green and red. */
final class Patch {
    private static final int CHANNELS = Picture.CHANNELS;
    /** More sources a pixel than this would cost more than they bring. */
    private static final int MOST_SAMPLES = 6;

    private final int width;
    private final int height;
    private final FloatBuffer planes;

    Patch(int width, int height) {
        this.width = width;
        this.height = height;
        this.planes = ByteBuffer.allocateDirect(CHANNELS * width * height * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** How a channel's 0 to 1 becomes what the model takes; in the order blue, green, red. */
    record Scale(List<Float> mean, List<Float> deviation) {
        /** The recogniser's: −1 to 1. */
        static final Scale EVEN = new Scale(List.of(0.5f, 0.5f, 0.5f), List.of(0.5f, 0.5f, 0.5f));
        /** The text detector's: ImageNet's figures, to the channels in the order in which PaddleOCR applies them. */
        static final Scale IMAGENET = new Scale(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));
    }

    FloatBuffer planes() {
        return planes;
    }

    /** Draws a strip over the columns from {@code left} on, {@code columns} of them; what is never drawn stays 0. */
    void draw(Picture picture, Strip strip, int left, int columns) {
        draw(picture, strip, new Columns(left, columns, Scale.EVEN));
    }

    /** Draws a part of the picture over the whole patch. */
    void draw(Picture picture, Strip part, Scale scale) {
        draw(picture, part, new Columns(0, width, scale));
    }

    private record Columns(int left, int count, Scale scale) {}

    private void draw(Picture picture, Strip strip, Columns columns) {
        int across = samples(strip.width() / columns.count());
        int down = samples(strip.height() / height);
        float[] sum = new float[CHANNELS];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < columns.count(); column++) {
                mean(picture, strip, sum, new Spot(column, row, columns.count(), across, down));
                put(row * width + columns.left() + column, sum, columns.scale());
            }
        }
    }

    private static int samples(double sourcesAPixel) {
        return (int) Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(sourcesAPixel)));
    }

    /** A pixel of the patch, and how many samples it takes each way. */
    private record Spot(int column, int row, int columns, int across, int down) {}

    private void mean(Picture picture, Strip strip, float[] sum, Spot spot) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < spot.down(); i++) {
            double v = 2 * (spot.row() + (i + 0.5) / spot.down()) / height - 1;
            for (int j = 0; j < spot.across(); j++) {
                double u = 2 * (spot.column() + (j + 0.5) / spot.across()) / spot.columns() - 1;
                blend(
                        picture,
                        strip.x() + u * strip.acrossX() + v * strip.downX() - 0.5,
                        strip.y() + u * strip.acrossY() + v * strip.downY() - 0.5,
                        sum);
            }
        }
        float count = spot.across() * spot.down() * 255f;
        for (int channel = 0; channel < CHANNELS; channel++) {
            sum[channel] /= count;
        }
    }

    /** Adds the blend of the four pixels around a place; beyond the picture its edge goes on. */
    private static void blend(Picture picture, double x, double y, float[] sum) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float low = (float) (y - top);
        add(picture, left, top, (1 - right) * (1 - low), sum);
        add(picture, left + 1, top, right * (1 - low), sum);
        add(picture, left, top + 1, (1 - right) * low, sum);
        add(picture, left + 1, top + 1, right * low, sum);
    }

    private static void add(Picture picture, int x, int y, float weight, float[] sum) {
        int column = Math.max(0, Math.min(picture.width() - 1, x));
        int row = Math.max(0, Math.min(picture.height() - 1, y));
        int at = (row * picture.width() + column) * CHANNELS;
        for (int channel = 0; channel < CHANNELS; channel++) {
            sum[channel] += weight * (picture.rgb().get(at + CHANNELS - 1 - channel) & 0xff);
        }
    }

    private void put(int at, float[] colours, Scale scale) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            float value = (colours[channel] - scale.mean().get(channel))
                    / scale.deviation().get(channel);
            planes.put(channel * width * height + at, value);
        }
    }
}

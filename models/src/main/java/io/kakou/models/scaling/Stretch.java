package io.kakou.models.scaling;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Straight stretching of a picture, which is how the model saw its training pictures ({@code fixed_shape_resizer}). Each
 * axis for itself: where it shrinks, an output pixel is the mean of the area it covers; where it grows, a blend of the
 * two nearest. Whole-number arithmetic, so that every machine gives the same bytes.
 */
public final class Stretch {
    private static final int CHANNELS = Picture.CHANNELS;
    /** Between the passes a channel keeps 8 bits more than a byte, which a char holds. */
    private static final int KEPT = 8;

    private Stretch() {}

    /** Writes the stretched picture into {@code target} from index 0. */
    public static void into(ByteBuffer target, Picture picture, Size size) {
        char[] narrow = across(picture, size.width());
        Axis down = Axis.between(picture.height(), size.height());
        int length = size.width() * CHANNELS;
        int[] sum = new int[length];
        byte[] row = new byte[length];
        for (int y = 0; y < size.height(); y++) {
            Arrays.fill(sum, 1 << (KEPT + Axis.SHIFT - 1));
            int[] weights = down.weights(y);
            for (int i = 0; i < weights.length; i++) {
                add(narrow, (down.first(y) + i) * length, weights[i], sum);
            }
            for (int x = 0; x < length; x++) {
                row[x] = (byte) (sum[x] >> (KEPT + Axis.SHIFT));
            }
            target.put(y * length, row);
        }
    }

    private static char[] across(Picture picture, int width) {
        Axis axis = Axis.between(picture.width(), width);
        byte[] row = new byte[picture.width() * CHANNELS];
        char[] narrow = new char[Math.multiplyExact(picture.height(), width * CHANNELS)];
        int at = 0;
        for (int y = 0; y < picture.height(); y++) {
            picture.rgb().get(y * row.length, row);
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    narrow[at++] = mixed(row, axis.first(x) * CHANNELS + channel, axis.weights(x));
                }
            }
        }
        return narrow;
    }

    private static char mixed(byte[] row, int from, int[] weights) {
        int sum = 1 << (Axis.SHIFT - KEPT - 1);
        for (int i = 0; i < weights.length; i++) {
            sum += (row[from + i * CHANNELS] & 0xff) * weights[i];
        }
        return (char) (sum >> (Axis.SHIFT - KEPT));
    }

    private static void add(char[] narrow, int from, int weight, int[] sum) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += narrow[from + x] * weight;
        }
    }
}

package io.kakou.benchmarks;

import io.kakou.analysis.decode.VideoWriter;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * A staged street: blocks of different sizes that drive to and fro over a rough ground, seen by a sensor that flickers.
 * Coded as a camera's sub stream.
 */
final class Scene {
    private static final Size SIZE = new Size(640, 360);
    private static final VideoWriter.Settings SUB_STREAM = new VideoWriter.Settings(SIZE, 25, 1_000_000, 2);
    private static final VideoWriter.Settings BUSY = new VideoWriter.Settings(SIZE, 25, 1_900_000, 2);
    private static final int CALM_FRAMES = 100;
    private static final int GROUND_GRAIN = 6;
    private static final int FLICKER = 3;
    private static final int BLOCKS = 8;

    private final Random random = new Random(1);
    private final int[] ground = ground();
    private final byte[] flicker = flicker();

    /** Makes a film of it, of an even rate. */
    static void film(Path file, int frames) throws IOException {
        film(file, frames, SUB_STREAM, frame -> true);
    }

    /** A street on which nothing moves half of the time: twice the rate, then next to nothing. */
    static void varyingFilm(Path file, int frames) throws IOException {
        film(file, frames, BUSY, frame -> frame / CALM_FRAMES % 2 == 0);
    }

    private static void film(Path file, int frames, VideoWriter.Settings settings, IntPredicate moves)
            throws IOException {
        Scene scene = new Scene();
        try (VideoWriter writer = VideoWriter.create(file, settings)) {
            Picture picture = Picture.allocate(SIZE.width(), SIZE.height());
            for (int frame = 0; frame < frames; frame++) {
                if (moves.test(frame)) {
                    scene.paint(picture, frame);
                }
                writer.add(picture);
            }
            writer.finish();
        }
    }

    private void paint(Picture picture, int frame) {
        int[] seen = ground.clone();
        for (int block = 0; block < BLOCKS; block++) {
            drive(seen, block, frame);
        }
        int from = random.nextInt(flicker.length / 2);
        byte[] rgb = new byte[seen.length * Picture.CHANNELS];
        for (int i = 0; i < seen.length; i++) {
            int grey = seen[i] + flicker[from + i % (flicker.length / 2)];
            rgb[i * 3] = (byte) clip(grey + 8);
            rgb[i * 3 + 1] = (byte) clip(grey);
            rgb[i * 3 + 2] = (byte) clip(grey - 12);
        }
        picture.rgb().put(0, rgb);
    }

    /** A block looks like another piece of the ground, brighter or darker. */
    private void drive(int[] seen, int block, int frame) {
        int width = 24 + 14 * block;
        int height = 20 + 6 * block;
        int way = 2 * (SIZE.width() - width);
        int along = (frame * (1 + block % 4) + 97 * block) % way;
        int left = Math.min(along, way - along);
        int top = 20 + 34 * block;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int own = ground[(y - top) * SIZE.width() + x - left];
                seen[y * SIZE.width() + x] = own + (block % 2 == 0 ? 60 : -50);
            }
        }
    }

    private int[] ground() {
        int[] grey = new int[SIZE.width() * SIZE.height()];
        int columns = SIZE.width() / GROUND_GRAIN + 1;
        int[] grains = random.ints((long) columns * (SIZE.height() / GROUND_GRAIN + 1), 70, 150)
                .toArray();
        for (int i = 0; i < grey.length; i++) {
            int x = i % SIZE.width();
            int y = i / SIZE.width();
            grey[i] = grains[y / GROUND_GRAIN * columns + x / GROUND_GRAIN];
        }
        return grey;
    }

    private byte[] flicker() {
        byte[] levels = new byte[1 << 18];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round(random.nextGaussian() * FLICKER);
        }
        return levels;
    }

    private static int clip(int level) {
        return Math.max(0, Math.min(255, level));
    }
}

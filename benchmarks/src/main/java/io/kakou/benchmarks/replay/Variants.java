package io.kakou.benchmarks.replay;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.decode.VideoWriter;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The part of the drawn lift film in which a bicycle comes in, as other cameras might show it: brighter or darker, from
 * another place, mirrored, with another sensor's noise.
 */
final class Variants {
    private static final Size SIZE = new Size(640, 360);
    private static final double FROM_SECONDS = 9.5;
    private static final double TO_SECONDS = 14;
    /** Every second picture of the drawn film: half the work, and looks are half a second apart. */
    private static final int STEP = 2;

    private static final int FRAMES_PER_SECOND = 12;
    private static final int LONGEST_SHIFT = 12;

    private final List<byte[]> frames;

    private Variants(List<byte[]> frames) {
        this.frames = frames;
    }

    static Variants of(Path film) throws UnreadableVideo {
        List<byte[]> frames = new ArrayList<>();
        try (VideoFile video = VideoFile.open(film);
                Scaler scaler = new Scaler(SIZE)) {
            int number = 0;
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                boolean wanted = frame.seconds() >= FROM_SECONDS && frame.seconds() < TO_SECONDS;
                if (wanted && number++ % STEP == 0) {
                    frames.add(bytes(scaler.picture(frame)));
                }
            }
        }
        return new Variants(frames);
    }

    private static byte[] bytes(Picture picture) {
        byte[] bytes = new byte[SIZE.width() * SIZE.height() * Picture.CHANNELS];
        picture.rgb().get(0, bytes);
        return bytes;
    }

    /** Writes the variant of a seed. */
    void write(long seed, Path file) throws IOException {
        Random random = new Random(seed);
        Look look = new Look(
                0.8 + 0.35 * random.nextDouble(),
                random.nextInt(31) - 15,
                random.nextInt(2 * LONGEST_SHIFT + 1) - LONGEST_SHIFT,
                random.nextInt(2 * LONGEST_SHIFT + 1) - LONGEST_SHIFT,
                random.nextBoolean(),
                1 + random.nextInt(6));
        Picture picture = Picture.allocate(SIZE.width(), SIZE.height());
        var settings = new VideoWriter.Settings(SIZE, FRAMES_PER_SECOND, 1_000_000, 2);
        try (VideoWriter writer = VideoWriter.create(file, settings)) {
            for (byte[] frame : frames) {
                picture.rgb().put(0, look.of(frame, random));
                writer.add(picture);
            }
            writer.finish();
        }
    }

    /** How a camera shows the cabin. */
    private record Look(double gain, int offset, int right, int down, boolean mirrored, int noise) {
        byte[] of(byte[] frame, Random random) {
            byte[] table = table();
            byte[] shown = new byte[frame.length];
            int grain = random.nextInt();
            for (int y = 0; y < SIZE.height(); y++) {
                int fromY = Math.min(SIZE.height() - 1, Math.max(0, y - down));
                for (int x = 0; x < SIZE.width(); x++) {
                    int across = mirrored ? SIZE.width() - 1 - x : x;
                    int fromX = Math.min(SIZE.width() - 1, Math.max(0, across - right));
                    int from = (fromY * SIZE.width() + fromX) * Picture.CHANNELS;
                    int to = (y * SIZE.width() + x) * Picture.CHANNELS;
                    // Marsaglia's xorshift: a noise that costs nothing.
                    grain ^= grain << 13;
                    grain ^= grain >>> 17;
                    grain ^= grain << 5;
                    int step = (grain & 0xff) * noise / 256 - noise / 2;
                    for (int i = 0; i < Picture.CHANNELS; i++) {
                        int value = (table[frame[from + i] & 0xff] & 0xff) + step;
                        shown[to + i] = (byte) Math.min(255, Math.max(0, value));
                    }
                }
            }
            return shown;
        }

        private byte[] table() {
            byte[] table = new byte[256];
            for (int i = 0; i < table.length; i++) {
                table[i] = (byte) Math.min(255, Math.max(0, Math.round(i * gain + offset)));
            }
            return table;
        }
    }
}

package io.kakou.benchmarks.workers;

import io.kakou.analysis.decode.VideoWriter;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Path;

/** A street on which nothing happens, small, so that a machine of two cores can hold many cameras. */
final class QuietFilm {
    static final Size SIZE = new Size(320, 180);
    private static final int RATE = 5;
    private static final int SECONDS = 20;

    private QuietFilm() {}

    static void write(Path file) throws IOException {
        try (VideoWriter writer = VideoWriter.create(file, new VideoWriter.Settings(SIZE, RATE, 200_000, 2))) {
            Picture picture = Picture.allocate(SIZE.width(), SIZE.height());
            paint(picture);
            for (int i = 0; i < SECONDS * RATE; i++) {
                writer.add(picture);
            }
            writer.finish();
        }
    }

    private static void paint(Picture picture) {
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int at = (y * picture.width() + x) * Picture.CHANNELS;
                picture.rgb()
                        .put(at, (byte) (40 + x / 2))
                        .put(at + 1, (byte) (60 + y))
                        .put(at + 2, (byte) ((x / 16 + y / 16) % 2 * 160 + 40));
            }
        }
    }
}

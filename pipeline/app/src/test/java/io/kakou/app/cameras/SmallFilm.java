package io.kakou.app.cameras;

import io.kakou.analysis.decode.VideoWriter;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Path;

/** A film that shows something everywhere and moves. */
public final class SmallFilm {
    private static final int RATE = 12;

    private SmallFilm() {}

    /** Writes one and gives its path. */
    public static Path write(Path file, Size size, double seconds, double gopSeconds) throws IOException {
        try (VideoWriter writer = VideoWriter.create(file, new VideoWriter.Settings(size, RATE, 200_000, gopSeconds))) {
            Picture picture = Picture.allocate(size.width(), size.height());
            for (int i = 0; i < seconds * RATE; i++) {
                paint(picture, i);
                writer.add(picture);
            }
            writer.finish();
        }
        return file;
    }

    private static void paint(Picture picture, int frame) {
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int at = (y * picture.width() + x) * Picture.CHANNELS;
                picture.rgb()
                        .put(at, (byte) (x + 3 * frame))
                        .put(at + 1, (byte) (2 * y))
                        .put(at + 2, (byte) ((x / 16 + y / 16) % 2 * 200));
            }
        }
    }
}

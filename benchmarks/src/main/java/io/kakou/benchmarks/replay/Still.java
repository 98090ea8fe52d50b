package io.kakou.benchmarks.replay;

import io.kakou.analysis.decode.VideoWriter;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A picture as a film of some seconds in which nothing moves. */
final class Still {
    private static final int FRAMES_PER_SECOND = 5;
    private static final int SECONDS = 4;
    private static final int LONGEST_SIDE = 960;

    private Still() {}

    /** Whether it is a picture; where not, nothing is written. */
    static boolean write(Path still, Path film) throws IOException {
        @Nullable BufferedImage read = ImageIO.read(still.toFile());
        if (read == null) {
            return false;
        }
        double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(read.getWidth(), read.getHeight()));
        Size size = new Size(even(read.getWidth() * scale), even(read.getHeight() * scale));
        Picture picture = picture(read, size);
        var settings = new VideoWriter.Settings(size, FRAMES_PER_SECOND, 2_000_000, 2);
        try (VideoWriter writer = VideoWriter.create(film, settings)) {
            for (int i = 0; i < FRAMES_PER_SECOND * SECONDS; i++) {
                writer.add(picture);
            }
            writer.finish();
        }
        return true;
    }

    private static int even(double length) {
        return Math.max(16, 2 * (int) (length / 2));
    }

    private static Picture picture(BufferedImage read, Size size) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(read, 0, 0, size.width(), size.height(), null);
        pen.dispose();
        Picture picture = Picture.allocate(size.width(), size.height());
        for (int i = 0; i < size.width() * size.height(); i++) {
            int rgb = image.getRGB(i % size.width(), i / size.width());
            picture.rgb().put(i * 3, (byte) (rgb >> 16));
            picture.rgb().put(i * 3 + 1, (byte) (rgb >> 8));
            picture.rgb().put(i * 3 + 2, (byte) rgb);
        }
        return picture;
    }
}

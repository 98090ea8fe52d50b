package io.kakou.app.demo;

import io.kakou.analysis.decode.VideoWriter;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.weights.WeightsUnavailable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What a staged camera shows: 640×360, a keyframe every 2 s, H.264 in MP4; drawn once, then kept in the cache.
 *
 * @param name of the film and its recipe, as in {@code demo-lift-1}: a film of another recipe is not used
 * @param from the second of the story at which it begins
 * @param seconds it lasts
 */
public record Film(String name, double from, double seconds, int framesPerSecond) {
    private static final Size SIZE = new Size(Lens.WIDTH, Lens.HEIGHT);
    private static final int BITS_PER_SECOND = 1_000_000;
    private static final double GOP_SECONDS = 2;

    /** Draws moments of a story. */
    @FunctionalInterface
    public interface Painter {
        /** The picture at that second of the story, 640×360, {@code TYPE_INT_RGB}; a new one at each call. */
        BufferedImage picture(double seconds);
    }

    /** Makes a painter, where a film must be drawn. */
    @FunctionalInterface
    public interface Studio {
        Painter open() throws WeightsUnavailable;
    }

    /**
     * The film from the cache, else drawn into it. Processes that do so at the same time do not disturb each other.
     *
     * @param cache see {@link io.kakou.models.weights.CacheFolder}; made where missing
     * @param progress takes lines for people
     * @throws WeightsUnavailable where the studio cannot be opened; the cache is then as it was
     * @throws IOException where the cache cannot be read or written
     */
    public Path staged(Path cache, Studio studio, Consumer<String> progress) throws WeightsUnavailable, IOException {
        ClipShelf shelf = new ClipShelf(cache, name);
        Path kept = shelf.find(progress);
        return kept != null ? kept : shelf.put(file -> draw(file, studio, progress));
    }

    private void draw(Path file, Studio studio, Consumer<String> progress) throws WeightsUnavailable, IOException {
        Painter painter = studio.open();
        long frames = Math.round(seconds * framesPerSecond);
        progress.accept("drawing " + frames + " frames of " + name + " …");
        var coding = new VideoWriter.Settings(SIZE, framesPerSecond, BITS_PER_SECOND, GOP_SECONDS);
        try (VideoWriter writer = VideoWriter.create(file, coding)) {
            for (long frame = 0; frame < frames; frame++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("the drawing of " + name + " was stopped");
                }
                writer.add(picture(painter.picture(from + frame / (double) framesPerSecond)));
            }
            writer.finish();
        }
        progress.accept(name + " is drawn");
    }

    private static Picture picture(BufferedImage image) {
        Picture picture = Picture.allocate(image.getWidth(), image.getHeight());
        ByteBuffer bytes = picture.rgb().duplicate();
        for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            bytes.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
        }
        return picture;
    }
}

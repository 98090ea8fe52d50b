package io.kakou.app.demo;

import io.kakou.models.weights.Npm;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The lift's camera of {@code kakou demo}, 25 pictures a second. The story: an empty cabin; a woman who rides up; a
 * cyclist who rides down, in the picture for eight seconds; an empty cabin. Its end meets its begin, so it can be shown
 * in a loop; the quiet film goes on from its end to its begin.
 */
public final class DemoClip {
    /** Raised whenever what is drawn or how it is coded changes. */
    static final int RECIPE = 1;

    private static final int FRAMES_PER_SECOND = 25;
    private static final double QUIET_SECONDS = 46;

    private final Film film;
    private final Figures.Art art;
    private final Consumer<String> progress;

    /** @param seconds how much of the story to draw */
    DemoClip(double seconds, Figures.Art art, Consumer<String> progress) {
        this(new Film("demo-lift-" + RECIPE, 0, seconds, FRAMES_PER_SECOND), art, progress);
    }

    private DemoClip(Film film, Figures.Art art, Consumer<String> progress) {
        this.film = film;
        this.art = art;
        this.progress = progress;
    }

    /** The story, to be {@link #staged}. */
    public static DemoClip story(Figures.Art art, Consumer<String> progress) {
        return new DemoClip(Story.SECONDS, art, progress);
    }

    /** The empty cabin after the story. */
    public static DemoClip quiet(Figures.Art art, Consumer<String> progress) {
        Film film = new Film("demo-lift-quiet-" + RECIPE, Story.SECONDS, QUIET_SECONDS, FRAMES_PER_SECOND);
        return new DemoClip(film, art, progress);
    }

    /** The story from the cache, else drawn into it, which takes the network and some ten seconds. */
    public static Path stage(Path cache, Npm npm, Consumer<String> progress) throws WeightsUnavailable, IOException {
        return story(Figures.art(npm, progress), progress).staged(cache);
    }

    /** From the cache, else drawn into it; see {@link Film#staged}. */
    public Path staged(Path cache) throws WeightsUnavailable, IOException {
        return film.staged(cache, () -> new LiftScene(art.figures()), progress);
    }
}

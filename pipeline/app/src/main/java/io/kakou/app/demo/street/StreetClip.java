package io.kakou.app.demo.street;

import io.kakou.app.demo.Figures;
import io.kakou.app.demo.Film;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What each of the street's cameras shows, 15 pictures a second: the same street, each from its own place and second. */
public enum StreetClip {
    ONE(1, new View(4, 0, 610), 0),
    TWO(2, new View(34, Math.toRadians(-9), 620), 12),
    THREE(3, new View(67, Math.toRadians(8), 640), 21);

    /** Raised whenever what is drawn or how it is coded changes. */
    private static final int RECIPE = 1;

    private static final int FRAMES_PER_SECOND = 15;

    private final int number;

    @SuppressWarnings("ImmutableEnumChecker") // A record of numbers.
    private final View view;

    private final double from;

    /** @param from the second of the traffic at which the clip begins */
    StreetClip(int number, View view, double from) {
        this.number = number;
        this.view = view;
        this.from = from;
    }

    /** From the cache, else drawn into it; see {@link Film#staged}. */
    public Path staged(Path cache, Figures.Art art, Consumer<String> progress) throws WeightsUnavailable, IOException {
        Film film = new Film("demo-street-" + number + '-' + RECIPE, from, Traffic.SECONDS, FRAMES_PER_SECOND);
        return film.staged(cache, () -> new StreetScene(view, art.figures(), "STREET " + number), progress);
    }
}

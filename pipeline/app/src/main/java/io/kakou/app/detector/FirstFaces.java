package io.kakou.app.detector;

import io.kakou.analysis.face.FaceReader;
import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.face.Age;
import io.kakou.models.face.FaceAge;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.FaceWeights;
import io.kakou.models.weights.Npm;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What looks at faces, opened when first asked for and tried once: what cannot be had is done without. */
final class FirstFaces implements AutoCloseable {
    private static final double FETCH_SECONDS = 60;

    private final Path cache;
    private final Npm npm;
    private final Consumer<String> people;
    /** Held while it is fetched; never while {@link #later} answers. */
    private final Object opening = new Object();

    private volatile @Nullable FaceReader reader;
    private volatile @Nullable FaceAge models;
    private volatile boolean closed;
    private @Nullable Later later;

    FirstFaces(Path cache, Npm npm, Consumer<String> people) {
        this.cache = cache;
        this.npm = npm;
        this.people = people;
    }

    /** With npm from the path and a minute. */
    static FirstFaces ofPath(Consumer<String> people) {
        return new FirstFaces(Detectors.cache(), new NpmCommand(List.of("npm"), FETCH_SECONDS), people);
    }

    /** The reader, or {@link FaceReader#NONE} where its weights cannot be had. */
    FaceReader get() {
        synchronized (opening) {
            FaceReader there = reader;
            if (there == null) {
                there = open();
                reader = there;
            }
            return there;
        }
    }

    /**
     * A reader at once, which looks at no face before its weights are there: who watches live must not wait for a fetch, least
     * of all for another camera's.
     */
    synchronized FaceReader later() {
        FaceReader there = reader;
        if (there != null) {
            return there;
        }
        if (later == null) {
            Later waiting = new Later();
            later = waiting;
            Thread thread = new Thread(() -> waiting.now = get(), "first-faces");
            thread.setDaemon(true);
            thread.start();
        }
        return later;
    }

    private FaceReader open() {
        try {
            FaceWeights.Both weights = FaceWeights.fetch(cache, npm, people);
            FaceAge opened = new FaceAge(weights);
            opened.start();
            models = opened;
            if (closed) {
                opened.close(); // Whoever closed did not wait for a fetch.
            }
            return new Reader(opened, opened.identity());
        } catch (WeightsUnavailable | UnusableModel e) {
            people.accept("faces are not looked at, children are told by height alone: " + e.getMessage());
            return FaceReader.NONE;
        }
    }

    @Override
    public void close() {
        closed = true;
        FaceAge opened = models;
        if (opened != null) {
            opened.close();
        }
    }

    private static final class Later implements FaceReader {
        private volatile FaceReader now = NONE;

        @Override
        public String identity() {
            return now.identity();
        }

        @Override
        public Optional<Age> read(Picture picture, Box person) {
            return now.read(picture, person);
        }
    }

    private record Reader(FaceAge models, String identity) implements FaceReader {
        @Override
        public Optional<Age> read(Picture picture, Box person) {
            return models.read(picture, person);
        }
    }
}

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
    private @Nullable FaceReader reader;
    private @Nullable FaceAge models;

    FirstFaces(Path cache, Npm npm, Consumer<String> people) {
        this.cache = cache;
        this.npm = npm;
        this.people = people;
    }

    /** With npm from the path and a minute: cameras wait for it. */
    static FirstFaces ofPath(Consumer<String> people) {
        return new FirstFaces(Detectors.cache(), new NpmCommand(List.of("npm"), FETCH_SECONDS), people);
    }

    /** The reader, or {@link FaceReader#NONE} where its weights cannot be had. */
    synchronized FaceReader get() {
        if (reader == null) {
            reader = open();
        }
        return reader;
    }

    private FaceReader open() {
        try {
            FaceWeights.Both weights = FaceWeights.fetch(cache, npm, people);
            FaceAge opened = new FaceAge(weights);
            opened.start();
            models = opened;
            return new Reader(opened, opened.identity());
        } catch (WeightsUnavailable | UnusableModel e) {
            people.accept("faces are not looked at, children are told by height alone: " + e.getMessage());
            return FaceReader.NONE;
        }
    }

    @Override
    public synchronized void close() {
        if (models != null) {
            models.close();
        }
    }

    private record Reader(FaceAge models, String identity) implements FaceReader {
        @Override
        public Optional<Age> read(Picture picture, Box person) {
            return models.read(picture, person);
        }
    }
}

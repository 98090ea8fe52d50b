package io.kakou.analysis.evidence;

import io.kakou.analysis.clip.ClipSettings;
import io.kakou.analysis.clip.ClipStorage;
import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.watch.Eyes;
import io.kakou.events.Camera;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BiFunction;

/** Where all of a worker's cameras hand in what their alerts stand on. */
public final class EvidenceDesk implements AutoCloseable {
    private final Path folder;
    private final ClipStorage storage;

    /**
     * A desk that is not open.
     *
     * @param shelf where evidence goes; not closed with this
     * @param folder keeps which clips are open; this worker's own
     */
    public EvidenceDesk(Shelf shelf, ClipSettings settings, Path folder, InstantSource clock) {
        this.folder = folder;
        this.storage = new ClipStorage(shelf, settings, folder, clock);
    }

    /**
     * Opens. Clips that a killed process left open are marked cut before anything else is stored.
     *
     * @throws UncheckedIOException where the folder cannot be read
     */
    public void start() {
        try {
            storage.start();
        } catch (IOException e) {
            throw new UncheckedIOException("open clips in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * A camera's own place at the desk.
     *
     * @param judge the settings its judge has
     * @param faces its name is asked for at each alert: it may come to be only after a while
     */
    public CameraEvidence camera(Camera camera, JudgeSettings judge, FaceReader faces) {
        BiFunction<String, Eyes, Circumstances> circumstances = (rule, eyes) -> new Circumstances(
                rule,
                eyes.model(),
                eyes.input().width(),
                eyes.input().height(),
                judge,
                Machine.build(),
                Machine.java(),
                Machine.cpu(),
                faces.identity());
        return new CameraEvidence(asJudged(camera), circumstances, storage);
    }

    /** What a camera is judged by; how to sign in to it does not belong in a bundle. */
    private static Camera asJudged(Camera camera) {
        return new Camera(
                camera.id(),
                camera.name(),
                camera.kind(),
                camera.place(),
                camera.gbCode(),
                camera.mainStream(),
                camera.subStream(),
                camera.zones(),
                camera.watched(),
                null,
                camera.recording());
    }

    /** Ends open clips as cut and waits for what is under way, 15 s at most. */
    @Override
    public void close() {
        storage.close();
    }
}

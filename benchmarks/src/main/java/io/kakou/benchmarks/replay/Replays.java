package io.kakou.benchmarks.replay;

import io.kakou.analysis.clip.ClipSettings;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.evidence.Bundle;
import io.kakou.analysis.evidence.CameraEvidence;
import io.kakou.analysis.evidence.EvidenceDesk;
import io.kakou.analysis.evidence.EvidenceReplay;
import io.kakou.analysis.evidence.Replayed;
import io.kakou.analysis.evidence.ShownFilm;
import io.kakou.analysis.evidence.UnreadableBundle;
import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.judge.Readers;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.app.detector.Detectors;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.models.Detector;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Raises alerts by judging films and judges each again from its bundle. Safe for many threads. */
public final class Replays implements AutoCloseable {
    private static final Instant BEGIN = Instant.parse("2026-05-01T04:00:00.123456789Z");
    private static final double PATIENCE_SECONDS = 60;

    private final BundleShelf shelf = new BundleShelf();
    private final EvidenceDesk desk;
    private final Detectors detectors;
    private final Detector floats;
    private final Detector int8;

    /**
     * Replays.
     *
     * @param detectors that judge and judge again
     * @param int8 whose detector of streets is beside that of {@code detectors}
     * @param folder for what the desk keeps on the disk
     */
    public Replays(Detectors detectors, Detectors int8, Path folder) {
        this.detectors = detectors;
        this.floats = detectors.of(CameraKind.STREET);
        this.int8 = int8.of(CameraKind.STREET);
        this.desk = new EvidenceDesk(shelf, patient(), folder, InstantSource.system());
    }

    /** An alert waits for its bundle here, however busy the machine is. */
    private static ClipSettings patient() {
        ClipSettings usual = ClipSettings.DEFAULT;
        return new ClipSettings(
                usual.prerollSeconds(),
                usual.postrollSeconds(),
                usual.longestSeconds(),
                usual.partSeconds(),
                usual.ringSeconds(),
                usual.ringBytes(),
                usual.backlogBytes(),
                usual.patienceSeconds(),
                PATIENCE_SECONDS);
    }

    public void start() {
        desk.start();
    }

    /** Shows a film to a camera and adds what its alerts come to. */
    void run(Path film, Watched watched, Found found)
            throws UnreadableVideo, UnreadableBundle, StoreException, InterruptedException {
        Camera camera = watched.camera();
        Detector detector = detectors.of(camera.kind());
        CameraJudge judge = new CameraJudge(camera, detector, JudgeSettings.DEFAULT);
        BlockingQueue<Alert> published = new LinkedBlockingQueue<>();
        AtomicInteger raised = new AtomicInteger();
        CameraEvidence evidence = desk.camera(camera, JudgeSettings.DEFAULT, FaceReader.NONE);
        try (evidence;
                CameraWatch watch = new CameraWatch(judge, watched.settings())) {
            new ShownFilm(film, BEGIN).to(watch, evidence::accept, judged -> {
                evidence.judged(judged, published::add);
                raised.addAndGet(judged.judgement().alerts().size());
            });
        }
        for (int i = 0; i < raised.get(); i++) {
            Alert alert = published.poll(2 * (long) PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (alert != null && alert.phase() == AlertPhase.RAISED) {
                again(alert, detector, found);
            }
        }
    }

    private void again(Alert alert, Detector detector, Found found) throws UnreadableBundle, StoreException {
        byte[] zip = shelf.get(Bundle.key(alert.id()));
        shelf.delete(Bundle.key(alert.id()));
        Bundle bundle = Bundle.read(zip);
        long began = System.nanoTime();
        Replayed same = replayed(bundle, detector);
        double millis = (System.nanoTime() - began) / 1e6;
        found.add(same, zip.length, millis);
        found.compare(replayed(bundle, floats), replayed(bundle, int8));
    }

    private static Replayed replayed(Bundle bundle, Detector detector) {
        return new EvidenceReplay(detector, Readers.NONE)
                .replay(bundle, bundle.circumstances().settings());
    }

    @Override
    public void close() {
        desk.close();
    }
}

package io.kakou.app.role;

import io.kakou.analysis.clip.ClipSettings;
import io.kakou.analysis.evidence.EvidenceDesk;
import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.flow.Closing;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.recall.MemoryKeeper;
import io.kakou.analysis.store.HashLog;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.street.Street;
import io.kakou.app.StagedLift;
import io.kakou.app.cameras.CameraSet;
import io.kakou.app.cameras.Owner;
import io.kakou.app.cameras.PlainParts;
import io.kakou.app.cameras.Witness;
import io.kakou.app.detector.Detectors;
import io.kakou.app.embedded.EmbeddedS3;
import io.kakou.app.registry.Brakes;
import io.kakou.app.turn.Turns;
import io.kakou.events.Alert;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.Sighting;
import io.kakou.events.secret.SecretBox;
import io.kakou.rtsp.RtspLoops;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Lift cameras watched with every part that an analysis process has, but for the log; the store is the embedded one. */
final class WatchedLifts implements AutoCloseable {
    private final Closing running = new Closing("the lifts");
    private final Map<String, WatchedLift> lifts = new ConcurrentHashMap<>();
    private final RtspLoops loops = running.add(new RtspLoops(1, InstantSource.system()));
    private final Detectors detectors;
    private final ObjectStore store;
    private final EvidenceDesk desk;

    WatchedLifts(Path folder) throws Exception {
        loops.start();
        detectors = running.add(StagedLift.detectors());
        EmbeddedS3 server = running.add(new EmbeddedS3(folder.resolve("s3")));
        server.start();
        store = running.add(new ObjectStore(
                server.settings(), running.add(new HashLog(folder.resolve("hashes"), InstantSource.system()))));
        store.start();
        desk = running.add(
                new EvidenceDesk(store, ClipSettings.DEFAULT, folder.resolve("clips"), InstantSource.system()));
        desk.start();
    }

    RtspLoops loops() {
        return loops;
    }

    ObjectStore store() {
        return store;
    }

    /** Watches cameras by their addresses until each has raised and released an alert. */
    Map<String, WatchedLift> watch(Map<String, String> urls, long seconds) throws InterruptedException {
        urls.keySet().forEach(id -> lifts.put(id, new WatchedLift()));
        CountDownLatch over = new CountDownLatch(urls.size());
        try (Street street = PlainParts.running();
                CameraSet set =
                        new CameraSet(parts(street), new Owner("w", 1), new Told(over), InstantSource.system())) {
            set.start();
            set.all(urls.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, WatchedLifts::camera)));
            if (!over.await(seconds, TimeUnit.SECONDS)) {
                throw new AssertionError("not every camera's event was over in time: " + lifts);
            }
        }
        desk.close(); // waits for what is under way to the store
        return lifts;
    }

    private StreetParts parts(Street street) {
        return new StreetParts(
                loops,
                street,
                detectors,
                Brakes.NONE,
                Turns.none(detectors),
                new SecretBox(new byte[32]),
                camera -> MemoryKeeper.NONE,
                this::witness);
    }

    private Witness witness(Camera camera) {
        return lift(camera.id())
                .witness(
                        new KeptEvidence(desk.camera(camera, JudgeSettings.DEFAULT, FaceReader.NONE), null, List.of()));
    }

    private WatchedLift lift(String camera) {
        return Objects.requireNonNull(lifts.get(camera));
    }

    private static Camera camera(Map.Entry<String, String> url) {
        List<EventKind> watched = List.of(EventKind.EBIKE_IN_LIFT);
        String id = url.getKey();
        return new Camera(id, id, CameraKind.LIFT, null, null, null, url.getValue(), List.of(), watched);
    }

    @Override
    public void close() {
        running.close();
    }

    private final class Told implements CameraSet.Listener {
        private final CountDownLatch over;

        Told(CountDownLatch over) {
            this.over = over;
        }

        @Override
        public void raised(Alert alert) {
            if (lift(alert.camera()).took(alert)) {
                over.countDown();
            }
        }

        @Override
        public void sighted(Sighting sighting) {}

        @Override
        public void stands(Health health) {}

        @Override
        public void said(String line) {}
    }
}

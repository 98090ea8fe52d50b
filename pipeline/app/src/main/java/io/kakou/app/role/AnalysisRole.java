package io.kakou.app.role;

import io.kakou.analysis.alertlog.AlertRelay;
import io.kakou.analysis.alertlog.AlertSpool;
import io.kakou.analysis.alertlog.SpoolSettings;
import io.kakou.analysis.clip.ClipSettings;
import io.kakou.analysis.evidence.EvidenceDesk;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.StreetSettings;
import io.kakou.analysis.recall.HeightBook;
import io.kakou.analysis.store.HashLog;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.StoreSettings;
import io.kakou.analysis.street.Street;
import io.kakou.app.cameras.CameraSet;
import io.kakou.app.cameras.CameraTopic;
import io.kakou.app.cameras.Owner;
import io.kakou.app.detector.Detectors;
import io.kakou.app.door.InternalDoor;
import io.kakou.app.services.Retry;
import io.kakou.events.Alert;
import io.kakou.events.Health;
import io.kakou.events.Sighting;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.WeightsUnavailable;
import io.kakou.rtsp.RtspLoops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Cameras, models, evidence: from the topic {@code cameras} to alerts on the log. */
final class AnalysisRole extends RunningRole {
    /** On one machine there is one. */
    private static final String WORKER = "analysis-1";

    private final Deployment deployment;
    private final Listener listener;
    private final InstantSource clock = InstantSource.system();

    AnalysisRole(Deployment deployment, Listener listener) {
        this.deployment = deployment;
        this.listener = listener;
    }

    @Override
    public void start() throws IOException, WeightsUnavailable, UnusableModel {
        Path folder = Files.createDirectories(deployment.folder("analysis"));
        Owner owner = Owner.next(WORKER, folder.resolve("generation"));
        SpoolSettings spooling = SpoolSettings.DEFAULT;
        AlertSpool spool = closing(new AlertSpool(folder.resolve("alerts"), spooling));
        spool.start();
        LogProducer log = closing(new LogProducer(deployment.logClients()));
        closing(new AlertRelay(spool, log, spooling)).start();
        Detectors detectors = closing(Detectors.open(deployment.detectorCard(), deployment.stock(), listener::said));
        RtspLoops loops = closing(RtspLoops.gathering(deployment.loops(), clock));
        loops.start();
        Street street =
                closing(new Street(StreetSettings.ofMachine(Runtime.getRuntime().availableProcessors())));
        street.start();
        EvidenceDesk evidence = evidence(folder);
        StreetParts parts = new StreetParts(
                loops,
                street,
                detectors,
                deployment.box(),
                new HeightBook(folder.resolve("heights")),
                camera -> new KeptEvidence(evidence.camera(
                        camera, JudgeSettings.DEFAULT, detectors.of(camera.kind()), detectors.liveFaces(camera))));
        AlertDesk desk = new AlertDesk(spool::append, log, this::kept);
        CameraSet cameras = closing(new CameraSet(parts, owner, told(desk, log), clock));
        cameras.start();
        closing(new CameraTopic(deployment.logClients(), cameras)).start();
        closing(new InternalDoor(
                        deployment.ports().door(),
                        deployment.secrets().doorToken(),
                        cameras::witness,
                        new DoorAnswers(cameras, street, loops)))
                .start();
        listener.ready(owner.worker() + ' ' + owner.generation());
    }

    private CameraSet.Listener told(AlertDesk desk, LogProducer log) {
        return new CameraSet.Listener() {
            @Override
            public void raised(Alert alert) {
                desk.keep(alert);
            }

            @Override
            public void sighted(Sighting sighting) {
                log.publish(sighting);
            }

            @Override
            public void stands(Health health) {
                log.publish(desk.told(health));
            }

            @Override
            public void said(String line) {
                listener.said(line);
            }
        };
    }

    private void kept(Alert alert) {
        listener.said(
                "alert " + alert.id() + ' ' + alert.phase() + ' ' + alert.kind() + " at camera " + alert.camera());
    }

    /** The store may be away: an alert waits for its evidence some seconds at most. */
    private EvidenceDesk evidence(Path folder) {
        StoreSettings settings = deployment.services().store().settings();
        HashLog hashes = closing(new HashLog(folder.resolve("hashes"), clock));
        ObjectStore store = closing(new ObjectStore(settings, hashes));
        closing(new Retry("store", () -> deployment.services().store().open(store), listener))
                .start();
        EvidenceDesk desk = closing(new EvidenceDesk(store, ClipSettings.DEFAULT, folder.resolve("clips"), clock));
        desk.start();
        return desk;
    }
}

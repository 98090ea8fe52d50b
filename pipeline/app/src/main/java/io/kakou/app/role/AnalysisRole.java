package io.kakou.app.role;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kakou.analysis.alertlog.AlertRelay;
import io.kakou.analysis.alertlog.AlertSpool;
import io.kakou.analysis.alertlog.SpoolSettings;
import io.kakou.analysis.track.TrackerSettings;
import io.kakou.app.cameras.CameraSet;
import io.kakou.app.cameras.CameraTopic;
import io.kakou.app.cameras.Owner;
import io.kakou.app.door.InternalDoor;
import io.kakou.events.Alert;
import io.kakou.events.secret.SecretBox;
import io.kakou.models.Detector;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.coco.CocoSettings;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.CacheFolder;
import io.kakou.models.weights.CocoWeights;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import io.kakou.rtsp.RtspLoops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;

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
    public String start() throws IOException, WeightsUnavailable, UnusableModel {
        Path folder = Files.createDirectories(deployment.folder("analysis"));
        Owner owner = Owner.next(WORKER, folder.resolve("generation"));
        SpoolSettings spooling = SpoolSettings.DEFAULT;
        AlertSpool spool = closing(new AlertSpool(folder.resolve("alerts"), spooling));
        spool.start();
        LogProducer log = closing(new LogProducer(deployment.logClients()));
        closing(new AlertRelay(spool, log, spooling)).start();
        Detector detector = closing(detector());
        RtspLoops loops = closing(new RtspLoops(deployment.loops(), clock));
        loops.start();
        StreetParts parts = new StreetParts(loops, detector, new SecretBox(key()), camera -> new PlainWitness());
        AlertDesk desk = new AlertDesk(spool, this::kept);
        CameraSet cameras = closing(new CameraSet(parts, owner, desk::keep, log::publish, clock));
        cameras.start();
        closing(new CameraTopic(deployment.logClients(), cameras)).start();
        closing(new InternalDoor(
                        deployment.ports().door(),
                        deployment.secrets().doorToken(),
                        cameras::witness,
                        new DoorAnswers(cameras, loops)))
                .start();
        return owner.worker() + ' ' + owner.generation();
    }

    private void kept(Alert alert) {
        listener.said(
                "alert " + alert.id() + ' ' + alert.phase() + ' ' + alert.kind() + " at camera " + alert.camera());
    }

    private CocoDetector detector() throws WeightsUnavailable, UnusableModel {
        Path cache = CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
        // The tracker takes doubtful boxes too; it knows what to do with them.
        CocoSettings settings = CocoSettings.DEFAULT.withMinScore(TrackerSettings.DEFAULT.leastScore());
        CocoDetector detector =
                new CocoDetector(CocoWeights.fetch(cache, NpmCommand.ofPath(), listener::said), settings);
        detector.start();
        return detector;
    }

    private byte[] key() throws IOException {
        String text = Files.readString(Path.of(deployment.keyFile()), US_ASCII);
        return Base64.getDecoder().decode(text.strip());
    }
}

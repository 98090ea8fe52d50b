package io.kakou.app.role;

import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.judge.Readers;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.recall.MemoryKeeper;
import io.kakou.analysis.street.Street;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Judges;
import io.kakou.app.cameras.CameraParts;
import io.kakou.app.cameras.Witness;
import io.kakou.app.detector.Detectors;
import io.kakou.app.registry.Brakes;
import io.kakou.app.turn.Turns;
import io.kakou.events.Camera;
import io.kakou.events.JudgedBy;
import io.kakou.events.secret.SecretBox;
import io.kakou.rtsp.CameraSettings;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspCamera;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.wire.Credentials;
import java.util.function.Function;

/** What every camera of a street is watched with. */
record StreetParts(
        RtspLoops loops,
        Street street,
        Detectors detectors,
        Brakes brakes,
        Turns turns,
        SecretBox box,
        Function<Camera, MemoryKeeper> memories,
        Function<Camera, Witness> witnesses)
        implements CameraParts {
    @Override
    public Witness witness(Camera camera) {
        return witnesses.apply(camera);
    }

    @Override
    public CameraWatch watch(Camera camera) {
        Readers readers = detectors.liveReaders(camera);
        Judges judges =
                turns.judges(camera, detector -> new CameraJudge(camera, detector, readers, JudgeSettings.DEFAULT));
        return new CameraWatch(judges, PlannerSettings.of(camera.kind()), memories.apply(camera))
                .under(() -> brakes.kinds(camera.id()));
    }

    @Override
    public boolean areKnown() {
        return brakes.isKnown() && turns.isKnown();
    }

    @Override
    public JudgedBy judgedBy(Camera camera) {
        return turns.at(camera);
    }

    @Override
    public RtspCamera session(Camera camera, RtspCamera.Listener listener) {
        return new RtspCamera(loops, address(camera), CameraSettings.defaults(), listener);
    }

    private RtspAddress address(Camera camera) {
        String url = camera.watchedStream();
        if (url == null) {
            throw new IllegalArgumentException("it has no address; allowed: a sub or main stream");
        }
        return address(camera, url, box);
    }

    /** An address of a camera's, with its login. */
    static RtspAddress address(Camera camera, String url, SecretBox box) {
        RtspAddress address = RtspAddress.of(camera.id(), url);
        String login = camera.login();
        return login == null ? address : address.withCredentials(credentials(login, box));
    }

    private static Credentials credentials(String login, SecretBox box) {
        try {
            String[] parts = box.open(login).split(":", 2);
            return new Credentials(parts[0], parts.length == 2 ? parts[1] : "");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("its login cannot be opened with this installation's key", e);
        }
    }
}

package io.kakou.app.cameras;

import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.look.StreetSettings;
import io.kakou.analysis.street.Street;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.events.Camera;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.rtsp.CameraSettings;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspCamera;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.SessionSettings;
import io.kakou.rtsp.codec.AfterLoss;
import io.kakou.rtsp.wire.Credentials;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Real sessions, decoding and judging; a detector that finds nothing. */
public record PlainParts(RtspLoops loops, Street street, Function<Camera, Witness> witnesses, CameraSettings patience)
        implements CameraParts {
    /** Finds nothing. */
    public static final Detector DETECTOR = new Blind();

    private static final SessionSettings HASTY =
            new SessionSettings(1, 0.7, 1, 1, 1.5, 1 << 20, AfterLoss.WAIT_FOR_KEYFRAME);
    private static final CameraSettings OFTEN = new CameraSettings(HASTY, 0.1, 0.4, 0.4, 2, 0.2, 30);

    private static final Credentials LOGIN = new Credentials("u", "wrong");

    static PlainParts keepingNothing(RtspLoops loops, Street street) {
        return new PlainParts(loops, street, camera -> new QuietWitness(), OFTEN);
    }

    /** One that runs, on one core. */
    public static Street running() {
        Street street = new Street(StreetSettings.of(1));
        street.start();
        return street;
    }

    @Override
    public Witness witness(Camera camera) {
        return witnesses.apply(camera);
    }

    @Override
    public CameraWatch watch(Camera camera) {
        CameraJudge judge = new CameraJudge(camera, DETECTOR, JudgeSettings.DEFAULT);
        return new CameraWatch(judge, PlannerSettings.LIFT);
    }

    @Override
    public RtspCamera session(Camera camera, RtspCamera.Listener listener) {
        if (camera.subStream() == null) {
            throw new IllegalArgumentException("it has no address; allowed: a sub or main stream");
        }
        String url = Objects.requireNonNull(camera.subStream());
        RtspAddress address = RtspAddress.of(camera.id(), url).withCredentials(LOGIN);
        return new RtspCamera(loops, address, patience, listener);
    }

    private static final class Blind implements Detector {
        @Override
        public Size inputSize() {
            return new Size(300, 300);
        }

        @Override
        public List<Detection> detect(Picture picture) {
            return List.of();
        }

        @Override
        public String identity() {
            return "none";
        }

        @Override
        public void close() {}
    }
}

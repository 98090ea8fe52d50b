package io.kakou.app;

import static org.junit.jupiter.api.Assumptions.abort;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.track.TrackerSettings;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.FileWatch;
import io.kakou.analysis.watch.Judged;
import io.kakou.app.demo.DemoClip;
import io.kakou.app.detector.Detectors;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Point;
import io.kakou.models.Detector;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.decoding.Kept;
import io.kakou.models.weights.CacheFolder;
import io.kakou.models.weights.CocoWeights;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The staged clip, the real detector, and a lift camera for them. */
public final class StagedLift {
    private static final Path CACHE = CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));

    private StagedLift() {}

    public static Path clip() throws Exception {
        try {
            return DemoClip.stage(CACHE, NpmCommand.ofPath(), System.out::println);
        } catch (WeightsUnavailable e) {
            return abort("needs network: " + e.getMessage());
        }
    }

    public static Detector detector() throws Exception {
        try {
            Kept settings = Kept.DEFAULT.withMinScore(TrackerSettings.DEFAULT.leastScore());
            var weights = CocoWeights.fetch(CACHE, NpmCommand.ofPath(), System.out::println);
            CocoDetector detector = new CocoDetector(weights, settings);
            detector.start();
            return detector;
        } catch (WeightsUnavailable e) {
            return abort("needs network: " + e.getMessage());
        }
    }

    /** What analysis looks with. */
    public static Detectors detectors() throws Exception {
        try {
            return Detectors.open(System.out::println);
        } catch (WeightsUnavailable e) {
            return abort("needs network: " + e.getMessage());
        }
    }

    public static Camera camera(String id, Point place) {
        return new Camera(
                id, id, CameraKind.LIFT, place, null, null, null, List.of(), List.of(EventKind.EBIKE_IN_LIFT));
    }

    public static CameraWatch watch(Camera camera, Detector detector) {
        CameraJudge judge = new CameraJudge(camera, detector, JudgeSettings.DEFAULT);
        return new CameraWatch(judge, PlannerSettings.LIFT);
    }

    /** Every look of a file judged at full speed. */
    public static List<Judged> judge(Path file, Camera camera, Detector detector) throws UnreadableVideo {
        List<Judged> looks = new ArrayList<>();
        try (FileWatch watch = new FileWatch(file, watch(camera, detector))) {
            for (FileWatch.Seen seen = watch.next(); seen != null; seen = watch.next()) {
                looks.add(seen.judged());
            }
        }
        return looks;
    }
}

package io.kakou.app.role;

import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.judge.Readers;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.record.FootageDesk;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Judges;
import io.kakou.app.cameras.CameraSet;
import io.kakou.app.detector.Detectors;
import io.kakou.app.search.Likenesses;
import io.kakou.app.search.SecondLooks;
import io.kakou.app.workers.MemoryTopic;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Finding;
import io.kakou.events.PersonSighting;
import io.kakou.models.Detector;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stored footage is looked at with: as a street's camera is, with what the camera has learned of heights, and no face is read. */
record FootageParts(
        CameraSet cameras,
        Detectors detectors,
        MemoryTopic memory,
        FootageDesk footage,
        LogProducer log,
        Likenesses pictures)
        implements SecondLooks.Parts {
    @Override
    public @Nullable Camera camera(String id) {
        return cameras.camera(id);
    }

    @Override
    public boolean isRecorded(String camera) {
        return footage.isRecorded(camera);
    }

    @Override
    public CameraWatch watch(Camera camera) {
        Detector detector = detectors.of(CameraKind.STREET);
        CameraJudge judge = new CameraJudge(asStreet(camera), detector, Readers.NONE, JudgeSettings.DEFAULT);
        return new CameraWatch(Judges.always(judge), PlannerSettings.of(CameraKind.STREET), memory.recaller(camera));
    }

    /** People alone matter. */
    private static Camera asStreet(Camera camera) {
        return new Camera(
                camera.id(),
                camera.name(),
                CameraKind.STREET,
                camera.place(),
                null,
                null,
                null,
                camera.zones(),
                List.of(EventKind.LOST_CHILD),
                null,
                camera.recording());
    }

    @Override
    public void fetch(String camera, Instant from, Instant to) {
        footage.fetch(camera, from, to);
    }

    @Override
    public void passed(PersonSighting seen, @Nullable Look look) {
        log.publish(seen);
        if (look != null) {
            pictures.keep(seen, look);
        }
    }

    @Override
    public void stands(Finding progress) {
        log.publish(progress);
    }
}

package io.kakou.analysis.judge;

import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.Planner.Need;
import io.kakou.analysis.plate.PlateWatch;
import io.kakou.analysis.plate.VehicleReader;
import io.kakou.analysis.rule.Dumping;
import io.kakou.analysis.rule.EbikeInLift;
import io.kakou.analysis.rule.Scene;
import io.kakou.analysis.track.Tracker;
import io.kakou.events.Alert;
import io.kakou.events.Camera;
import io.kakou.events.EventKind;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Judges one camera, look by look. Holds nothing that changes: all memory goes in and comes out. */
public final class CameraJudge {
    private final Camera camera;
    private final Detector detector;
    private final Tracker tracker;
    private final EbikeInLift ebikeInLift;
    private final Dumping dumping;
    private final VehicleReader reader;
    private final PlateWatch plates;

    /** A judge that reads no plates. */
    public CameraJudge(Camera camera, Detector detector, JudgeSettings settings) {
        this(camera, detector, VehicleReader.NONE, settings);
    }

    public CameraJudge(Camera camera, Detector detector, VehicleReader reader, JudgeSettings settings) {
        this.camera = camera;
        this.detector = detector;
        this.tracker = new Tracker(settings.tracker());
        this.ebikeInLift = new EbikeInLift(settings.ebikeInLift());
        this.dumping = new Dumping(camera, settings.dumping());
        this.reader = reader;
        this.plates = new PlateWatch(reader, settings.plates());
    }

    /** Whether looks should have a sharp picture. */
    public boolean readsPlates() {
        return reader != VehicleReader.NONE;
    }

    /**
     * The judgement of a look.
     *
     * @param look after the look that {@code memory} came from
     */
    public Judgement judge(Memory memory, Look look) {
        return switch (look.depth()) {
            case UNKNOWN -> new Judgement(memory, List.of(), List.of(), List.of(), need(memory));
            case GATED -> rule(memory.with(tracker.hold(memory.tracks(), look.seconds())), look, List.of());
            case DETECTED -> detect(memory, look);
        };
    }

    private Judgement detect(Memory memory, Look look) {
        List<Detection> found = detector.detect(Objects.requireNonNull(look.picture()));
        return rule(memory.with(tracker.step(memory.tracks(), look.seconds(), found)), look, found);
    }

    private Judgement rule(Memory memory, Look look, List<Detection> found) {
        PlateWatch.Answer read = plates(memory, look);
        Memory next = memory.with(read.memory());
        Scene scene = new Scene(
                camera, look.frame(), look.seconds(), look.at(), next.tracks().present());
        List<Alert> alerts = new ArrayList<>();
        if (watches(EventKind.EBIKE_IN_LIFT)) {
            EbikeInLift.Answer answer = ebikeInLift.judge(next.ebikeInLift(), scene);
            next = next.with(answer.memory());
            if (answer.alert() != null) {
                alerts.add(answer.alert());
            }
        }
        if (watches(EventKind.DUMPING)) {
            Dumping.Answer answer = dumping.judge(next.dumping(), scene, look.picture());
            next = next.with(answer.memory());
            alerts.addAll(answer.alerts());
        }
        return new Judgement(next, alerts, found, read.sightings(), need(next));
    }

    private boolean watches(EventKind kind) {
        return camera.watched().contains(kind);
    }

    private PlateWatch.Answer plates(Memory memory, Look look) {
        return readsPlates()
                ? plates.step(memory.plates(), memory.tracks(), look)
                : new PlateWatch.Answer(memory.plates(), List.of());
    }

    private Need need(Memory memory) {
        boolean undecided = watches(EventKind.EBIKE_IN_LIFT) && ebikeInLift.undecided(memory.ebikeInLift());
        return undecided ? Need.DETECTION : Need.NONE;
    }
}

package io.kakou.analysis.judge;

import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.Planner.Need;
import io.kakou.analysis.rule.EbikeInLift;
import io.kakou.analysis.rule.LostChild;
import io.kakou.analysis.rule.MuckTruck;
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
    private final MuckTruck muckTruck;
    private final LostChild lostChild;

    public CameraJudge(Camera camera, Detector detector, JudgeSettings settings) {
        this.camera = camera;
        this.detector = detector;
        this.tracker = new Tracker(settings.tracker());
        this.ebikeInLift = new EbikeInLift(settings.ebikeInLift());
        this.muckTruck = new MuckTruck(settings.muckTruck());
        this.lostChild = new LostChild(settings.lostChild());
    }

    /**
     * The judgement of a look.
     *
     * @param look after the look that {@code memory} came from
     */
    public Judgement judge(Memory memory, Look look) {
        return switch (look.depth()) {
            case UNKNOWN -> new Judgement(memory, List.of(), List.of(), need(memory));
            case GATED -> rule(memory.with(tracker.hold(memory.tracks(), look.seconds())), look, List.of());
            case DETECTED -> detect(memory, look);
        };
    }

    private Judgement detect(Memory memory, Look look) {
        List<Detection> found = detector.detect(Objects.requireNonNull(look.picture()));
        return rule(memory.with(tracker.step(memory.tracks(), look.seconds(), found)), look, found);
    }

    private Judgement rule(Memory memory, Look look, List<Detection> found) {
        Scene scene = new Scene(
                camera, look.frame(), look.seconds(), look.at(), memory.tracks().present());
        List<Alert> alerts = new ArrayList<>();
        Memory next = memory;
        if (camera.watched().contains(EventKind.EBIKE_IN_LIFT)) {
            EbikeInLift.Answer answer = ebikeInLift.judge(next.ebikeInLift(), scene);
            next = next.with(answer.memory());
            if (answer.alert() != null) {
                alerts.add(answer.alert());
            }
        }
        if (camera.watched().contains(EventKind.MUCK_TRUCK)) {
            MuckTruck.Answer answer = muckTruck.judge(next.muckTruck(), scene);
            next = next.with(answer.memory());
            alerts.addAll(answer.alerts());
        }
        if (camera.watched().contains(EventKind.LOST_CHILD)) {
            LostChild.Answer answer = lostChild.judge(next.lostChild(), scene);
            next = next.with(answer.memory());
            alerts.addAll(answer.alerts());
        }
        return new Judgement(next, alerts, found, need(next));
    }

    private Need need(Memory memory) {
        if (lostChild.undecided(memory.lostChild())) {
            return Need.SOONER;
        }
        boolean undecided = ebikeInLift.undecided(memory.ebikeInLift()) || muckTruck.undecided(memory.muckTruck());
        return undecided ? Need.DETECTION : Need.NONE;
    }
}

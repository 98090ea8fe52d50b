package io.kakou.analysis.judge;

import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.Planner.Need;
import io.kakou.analysis.rule.EbikeInLift;
import io.kakou.analysis.rule.Scene;
import io.kakou.analysis.track.Tracker;
import io.kakou.analysis.track.Tracks;
import io.kakou.events.Alert;
import io.kakou.events.Camera;
import io.kakou.events.EventKind;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import java.util.List;
import java.util.Objects;

/** Judges one camera, look by look. Holds nothing that changes: all memory goes in and comes out. */
public final class CameraJudge {
    private final Camera camera;
    private final Detector detector;
    private final Tracker tracker;
    private final EbikeInLift ebikeInLift;

    public CameraJudge(Camera camera, Detector detector, JudgeSettings settings) {
        this.camera = camera;
        this.detector = detector;
        this.tracker = new Tracker(settings.tracker());
        this.ebikeInLift = new EbikeInLift(settings.ebikeInLift());
    }

    /**
     * The judgement of a look.
     *
     * @param look after the look that {@code memory} came from
     */
    public Judgement judge(Memory memory, Look look) {
        return switch (look.depth()) {
            case UNKNOWN -> new Judgement(memory, List.of(), List.of(), need(memory));
            case GATED -> rule(memory, look, tracker.hold(memory.tracks(), look.seconds()), List.of());
            case DETECTED -> detect(memory, look);
        };
    }

    private Judgement detect(Memory memory, Look look) {
        List<Detection> found = detector.detect(Objects.requireNonNull(look.picture()));
        return rule(memory, look, tracker.step(memory.tracks(), look.seconds(), found), found);
    }

    private Judgement rule(Memory memory, Look look, Tracks tracks, List<Detection> found) {
        if (!camera.watched().contains(EventKind.EBIKE_IN_LIFT)) {
            return new Judgement(new Memory(tracks, memory.ebikeInLift()), List.of(), found, Need.NONE);
        }
        Scene scene = new Scene(camera, look.frame(), look.seconds(), look.at(), tracks.present());
        EbikeInLift.Answer answer = ebikeInLift.judge(memory.ebikeInLift(), scene);
        Alert alert = answer.alert();
        Memory next = new Memory(tracks, answer.memory());
        return new Judgement(next, alert == null ? List.of() : List.of(alert), found, need(next));
    }

    private Need need(Memory memory) {
        return ebikeInLift.undecided(memory.ebikeInLift()) ? Need.DETECTION : Need.NONE;
    }
}

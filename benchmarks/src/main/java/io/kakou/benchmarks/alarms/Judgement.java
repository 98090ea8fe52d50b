package io.kakou.benchmarks.alarms;

import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.judge.Readers;
import io.kakou.analysis.rule.dumping.Dumping;
import io.kakou.app.detector.Detectors;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Zone;
import java.util.List;
import java.util.Locale;

/** What a camera can be watched for, each on its own. */
public enum Judgement {
    EBIKE_IN_LIFT(CameraKind.LIFT, EventKind.EBIKE_IN_LIFT),
    WATERLOGGING(CameraKind.ROAD, EventKind.WATERLOGGING),
    LOST_CHILD(CameraKind.STREET, EventKind.LOST_CHILD),
    MUCK_TRUCK(CameraKind.GATE, EventKind.MUCK_TRUCK),
    DUMPING(CameraKind.GATE, EventKind.DUMPING);

    private final CameraKind kind;
    private final EventKind event;

    Judgement(CameraKind kind, EventKind event) {
        this.kind = kind;
        this.event = event;
    }

    /** As people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    CameraKind kind() {
        return kind;
    }

    /** Nothing is shut out: the zone that the event is looked for in is the whole picture. */
    CameraJudge judge(Detectors detectors) {
        Camera camera = new Camera("bench", "bench", kind, null, null, null, null, zones(), List.of(event));
        return new CameraJudge(camera, detectors.of(kind), Readers.NONE, JudgeSettings.DEFAULT);
    }

    private List<Zone> zones() {
        return event == EventKind.DUMPING ? List.of(Zone.whole(Dumping.NO_DUMP)) : List.of();
    }
}

package io.kakou.analysis.look;

import io.kakou.events.Camera;
import io.kakou.events.EventKind;
import java.util.Set;

/**
 * What one camera should be given.
 *
 * @param rank how early it is served
 * @param effort what its events need; with less it is not watched for them
 * @param pace when it is looked at while it is followed, and between detections
 */
public record Wish(Rank rank, Effort effort, PlannerSettings pace) {
    /** Zones that make a street's camera more than one of many. */
    private static final Set<String> MARKS = Set.of("children", "no-dump");

    /** What a camera of this kind, watched for these events, should be given. */
    public static Wish of(Camera camera) {
        PlannerSettings pace = PlannerSettings.of(camera.kind());
        return switch (camera.kind()) {
            case LIFT -> new Wish(Rank.LIFT, Effort.FOLLOW, pace);
            case GATE -> new Wish(Rank.GATE, Effort.FOLLOW, pace);
            case ROAD -> new Wish(Rank.ROAD, Effort.SAMPLE, pace);
            case STREET, UNKNOWN -> street(camera, pace);
        };
    }

    private static Wish street(Camera camera, PlannerSettings pace) {
        boolean marked = camera.zones().stream().anyMatch(zone -> MARKS.contains(zone.name()));
        boolean asked = camera.watched().contains(EventKind.LOST_CHILD)
                || camera.watched().contains(EventKind.DUMPING);
        return new Wish(marked ? Rank.MARKED : Rank.STREET, asked ? Effort.FOLLOW : Effort.GLANCE, pace);
    }

    /** The same in another place of the order. */
    public Wish at(Rank other) {
        return new Wish(other, effort, pace);
    }
}

package io.kakou.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a lift stands; topic {@link Topic#LIFTS}, key lift id. Written at every change, every few seconds while an e-bike is in it and
 * every minute else.
 *
 * @param place of the camera, or null where nobody said
 * @param since when it came to this stage
 * @param alert id of the alert of the e-bike that is in it, or null
 * @param seenAt the newest look that saw it, our time; null where none is in it
 * @param why of a failure, one line; else null
 * @param at when it was written, our time
 * @param worker who commands it
 * @param generation of that worker's ownership of the camera; readers keep the highest
 * @param number grows with each that this worker wrote of this lift in this generation
 */
public record LiftState(
        String lift,
        String camera,
        @Nullable Point place,
        LiftStage stage,
        Instant since,
        @Nullable String alert,
        @Nullable Instant seenAt,
        @Nullable String why,
        Instant at,
        String worker,
        long generation,
        long number) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public LiftState {
        String whose = Id.plain("lift", lift);
        Id.plain("camera of the state of lift " + lift, camera);
        stage = stage == null ? LiftStage.UNKNOWN : stage;
        Required.field("at", at, () -> "the state of lift " + whose);
        since = since == null ? at : since;
        worker = worker == null ? "" : worker;
        if (alert != null) {
            Id.plain("alert of the state of lift " + lift, alert);
        }
    }

    /** Whether it was written after the other, by the same worker or one that took over. */
    public boolean isAfter(LiftState other) {
        return generation != other.generation ? generation > other.generation : number > other.number;
    }
}

package io.kakou.analysis.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rule remembers of one gate.
 *
 * @param passes vehicles that were seen lately, oldest first
 */
public record MuckTruckMemory(List<Pass> passes) {
    public static final MuckTruckMemory EMPTY = new MuckTruckMemory(List.of());

    public MuckTruckMemory {
        passes = List.copyOf(passes);
    }

    /**
     * One vehicle's pass.
     *
     * @param track that it is
     * @param hits of the track when it was last counted: a look that did not detect is no vote
     * @param looks that saw it
     * @param votes looks that called it a muck truck, by frame
     * @param onset of the first vote, or null
     * @param lastSeenSeconds on the camera's timeline
     * @param alert id of the alert that it raised, or null
     */
    public record Pass(
            long track,
            int hits,
            int looks,
            List<String> votes,
            @Nullable Instant onset,
            double lastSeenSeconds,
            @Nullable String alert) {
        public Pass {
            votes = List.copyOf(votes);
        }
    }
}

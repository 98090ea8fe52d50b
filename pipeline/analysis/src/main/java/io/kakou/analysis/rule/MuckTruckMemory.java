package io.kakou.analysis.rule;

import io.kakou.models.Box;
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
     * @param seen how much of the picture these looks saw of it, added up, in pictures
     * @param voted the same of those that called it a muck truck
     * @param votes looks that called it a muck truck, by frame
     * @param onset of the first vote, or null
     * @param lastSeenSeconds on the camera's timeline
     * @param box where it was seen last, or null in what was remembered before that was
     * @param alert id of the alert that it raised, or null
     */
    public record Pass(
            long track,
            int hits,
            int looks,
            double seen,
            double voted,
            List<String> votes,
            @Nullable Instant onset,
            double lastSeenSeconds,
            @Nullable Box box,
            @Nullable String alert) {
        public Pass {
            votes = List.copyOf(votes);
        }

        static Pass begin(long track) {
            return new Pass(track, 0, 0, 0, 0, List.of(), null, 0, null, null);
        }

        /** The same, where it is now. */
        Pass at(Box place, double seconds) {
            return new Pass(track, hits, looks, seen, voted, votes, onset, seconds, place, alert);
        }

        Pass raised(String id) {
            return new Pass(track, hits, looks, seen, voted, votes, onset, lastSeenSeconds, box, id);
        }
    }
}

package io.kakou.analysis.rule;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rule remembers of one cabin.
 *
 * @param recent the last looks, oldest first
 * @param stay the e-bike that is in the cabin, or null
 */
public record EbikeInLiftMemory(List<Sight> recent, @Nullable Stay stay) {
    static final String TWO_WHEELER = "two-wheeler";

    public static final EbikeInLiftMemory EMPTY = new EbikeInLiftMemory(List.of(), null);

    public EbikeInLiftMemory {
        recent = List.copyOf(recent);
    }

    /**
     * One look.
     *
     * @param seen whether it saw an e-bike in the cabin
     */
    public record Sight(String frame, double seconds, Instant at, boolean seen) {}

    /**
     * One stay in the cabin.
     *
     * @param alert id of the alert it raised
     * @param onset its first evidence
     * @param lastSeenSeconds the newest look that saw it, on the camera's timeline
     * @param subject the alert's word for it
     */
    public record Stay(String alert, Instant onset, double lastSeenSeconds, String subject) {
        /** Memories kept by version 1 of the rule have no word: it had one only. */
        public Stay {
            subject = Objects.requireNonNullElse(subject, TWO_WHEELER);
        }
    }
}

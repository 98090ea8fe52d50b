package io.kakou.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A worker takes the cameras of one partition; topic {@code memory}, in the partition of that number, key {@link #KEY}.
 * Its offset there is what makes the generation: each claim is later than all before it, whoever made them, and what a
 * lower generation writes behind it is not used.
 *
 * @param worker who
 * @param door where it answers the console, {@code http://host:port}, or null
 * @param at when, our time
 */
public record Claim(String worker, @Nullable String door, Instant at) {
    /** No camera's id begins so. */
    public static final String KEY = "~claim";

    /** Generations counted by a machine of its own, one a start, stay below. */
    private static final long BASE = 1L << 32;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Claim {
        worker = worker == null ? "" : worker;
        Required.field("at", at, () -> "a claim");
    }

    /** The generation of the claim at this offset. */
    public static long generation(long offset) {
        return BASE + offset;
    }

    /**
     * The same order in a number that controllers of 32 bits keep: 1 for the first claim of its partition; 0 for whoever
     * counted otherwise.
     */
    public static long fence(long generation) {
        return Math.max(0, generation - BASE + 1);
    }
}

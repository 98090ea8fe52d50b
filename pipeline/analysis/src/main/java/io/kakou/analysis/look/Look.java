package io.kakou.analysis.look;

import io.kakou.events.EventKind;
import io.kakou.models.Picture;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look at one camera: the picture, and the planner's choice of how far to go with it.
 *
 * @param frame id of the frame within its footage
 * @param seconds its place on the camera's timeline; rules measure durations on it
 * @param at the same on our clock
 * @param picture what the detector is to see, at its input size; null unless {@code depth} is {@link Depth#DETECTED}. It
 *     belongs to whoever made the look and is written over when that looks again: what is to stay is copied before
 * @param sharp the same at the camera's own size, where the judge reads plates or faces, else null
 * @param braked events that it is not judged for, because a person has switched them off
 */
public record Look(
        String frame,
        double seconds,
        Instant at,
        Depth depth,
        @Nullable Picture picture,
        @Nullable Picture sharp,
        Set<EventKind> braked) {
    /** A look for every event that the camera is watched for. */
    public Look(
            String frame, double seconds, Instant at, Depth depth, @Nullable Picture picture, @Nullable Picture sharp) {
        this(frame, seconds, at, depth, picture, sharp, Set.of());
    }

    /** A look by which no plate can be read. */
    public Look(String frame, double seconds, Instant at, Depth depth, @Nullable Picture picture) {
        this(frame, seconds, at, depth, picture, null);
    }

    public Look {
        braked = Set.copyOf(braked);
        if ((picture != null) != (depth == Depth.DETECTED)) {
            throw new IllegalArgumentException("look " + frame + " is " + depth + " and has "
                    + (picture == null ? "no picture" : "a picture") + "; a picture goes with DETECTED alone");
        }
    }

    /** Our time at a place on a timeline that begins at {@code origin}. */
    public static Instant instant(Instant origin, double seconds) {
        return origin.plusNanos(Math.round(seconds * 1e9));
    }

    /** The look's line in the log. */
    public LookEntry entry() {
        String input = picture == null ? LookEntry.NO_INPUT : LookEntry.hash(picture);
        return new LookEntry(frame, seconds, depth, input, braked);
    }
}

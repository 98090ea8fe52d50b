package io.kakou.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A camera's state as its worker sees it; topic {@code health}, key camera id.
 *
 * @param stage the stage it has reached, or stands at
 * @param at when this was so, our time
 * @param lastLook the newest picture judged, or null before the first
 * @param blind why nothing can be judged (offline, torn, covered, fog), or null while it can
 * @param clockOffsetSeconds camera clock minus ours, or null where the camera sends none
 * @param worker who watches it
 * @param generation of that worker's ownership
 * @param watched events it is watched for now
 * @param notWatched events it was to be watched for and is not
 * @param clockDriftPpm millionths that the camera's clock gains on ours, or null while that is not known
 * @param advice what is to be changed on the camera, a line each; at most {@value #MOST_ADVICE}
 * @param lookSeconds from one look to the next, at most, as it is given now; null where nobody looks
 * @param stretch how many times the interval that it should have, 1 and more; null likewise
 * @param door where its worker answers the console, {@code http://host:port}, or null where there is one worker
 * @param braked of {@code notWatched} those that a person has switched off, and why; null: none
 * @param judgedBy which model looks at it; null where a worker of an older release does not say
 */
public record Health(
        String camera,
        Stage stage,
        Instant at,
        @Nullable Instant lastLook,
        @Nullable String blind,
        @Nullable Double clockOffsetSeconds,
        String worker,
        long generation,
        List<EventKind> watched,
        List<EventKind> notWatched,
        @Nullable Double clockDriftPpm,
        List<String> advice,
        @Nullable Double lookSeconds,
        @Nullable Double stretch,
        @Nullable String door,
        @Nullable List<Braked> braked,
        @Nullable JudgedBy judgedBy) {
    /** A camera with more to say says the first. */
    public static final int MOST_ADVICE = 8;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Health {
        String whose = Id.plain("camera of health", camera);
        Required.field("at", at, () -> "health of camera " + whose);
        if (clockOffsetSeconds != null) {
            Range.check("clock offset of camera " + camera, clockOffsetSeconds, -Double.MAX_VALUE, Double.MAX_VALUE);
        }
        if (clockDriftPpm != null) {
            Range.check("clock drift of camera " + camera, clockDriftPpm, -Double.MAX_VALUE, Double.MAX_VALUE);
        }
        if (lookSeconds != null) {
            Range.check("look interval of camera " + camera, lookSeconds, 0, Double.MAX_VALUE);
        }
        if (stretch != null) {
            Range.check("stretch of camera " + camera, stretch, 1, Double.MAX_VALUE);
        }
        stage = stage == null ? Stage.UNKNOWN : stage;
        worker = worker == null ? "" : worker;
        watched = watched == null ? List.of() : List.copyOf(watched);
        notWatched = notWatched == null ? List.of() : List.copyOf(notWatched);
        braked = braked == null || braked.isEmpty() ? null : List.copyOf(braked);
        advice = advice == null ? List.of() : List.copyOf(advice.subList(0, Math.min(MOST_ADVICE, advice.size())));
    }

    /** Of a camera of which nothing is said about how often it is looked at, of a worker that names no door. */
    public Health(
            String camera,
            Stage stage,
            Instant at,
            @Nullable Instant lastLook,
            @Nullable String blind,
            @Nullable Double clockOffsetSeconds,
            String worker,
            long generation,
            List<EventKind> watched,
            List<EventKind> notWatched,
            @Nullable Double clockDriftPpm,
            List<String> advice) {
        this(
                camera,
                stage,
                at,
                lastLook,
                blind,
                clockOffsetSeconds,
                worker,
                generation,
                watched,
                notWatched,
                clockDriftPpm,
                advice,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same camera, blind for this reason. */
    public Health blinded(String why) {
        return with(why, door);
    }

    /** The same camera, watched by a worker with this door. */
    public Health behind(@Nullable String otherDoor) {
        return with(blind, otherDoor);
    }

    /** The same camera, with what a person has switched off there. */
    public Health held(List<Braked> off) {
        return new Health(
                camera,
                stage,
                at,
                lastLook,
                blind,
                clockOffsetSeconds,
                worker,
                generation,
                watched,
                notWatched,
                clockDriftPpm,
                advice,
                lookSeconds,
                stretch,
                door,
                off,
                judgedBy);
    }

    /** The same camera, looked at so. */
    public Health judgedBy(JudgedBy by) {
        return new Health(
                camera,
                stage,
                at,
                lastLook,
                blind,
                clockOffsetSeconds,
                worker,
                generation,
                watched,
                notWatched,
                clockDriftPpm,
                advice,
                lookSeconds,
                stretch,
                door,
                braked,
                by);
    }

    /** What a person has switched off there. */
    public List<Braked> brakes() {
        return braked == null ? List.of() : braked;
    }

    private Health with(@Nullable String why, @Nullable String otherDoor) {
        return new Health(
                camera,
                stage,
                at,
                lastLook,
                why,
                clockOffsetSeconds,
                worker,
                generation,
                watched,
                notWatched,
                clockDriftPpm,
                advice,
                lookSeconds,
                stretch,
                otherDoor,
                braked,
                judgedBy);
    }
}

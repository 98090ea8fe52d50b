package io.kakou.events;

import java.time.Instant;
import java.util.List;

/**
 * How much time a room has, as data; topic {@code registry}, key {@code clock~<id>}. An incident carries the deadlines
 * of the profile that held when it was opened; a later change does not touch it.
 *
 * @param kinds events it is for; none: for all that no other profile names
 * @param limits one a step, {@value #MOST_LIMITS} at most; steps of a newer release are left out of the clock
 */
public record ClockProfile(String id, List<EventKind> kinds, List<ClockLimit> limits) {
    public static final int MOST_LIMITS = 8;

    /** 1 minute to respond, 3 to arrive, 5 to reinforce. */
    public static final ClockProfile DEFAULT = new ClockProfile(
            "1-3-5",
            List.of(),
            List.of(
                    new ClockLimit(ClockStep.RESPOND, 60),
                    new ClockLimit(ClockStep.ARRIVE, 180),
                    new ClockLimit(ClockStep.REINFORCE, 300)));

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public ClockProfile {
        Id.plain("clock profile id", id);
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        limits = limits == null ? List.of() : List.copyOf(limits);
        if (limits.size() > MOST_LIMITS
                || limits.stream().map(ClockLimit::step).distinct().count() < limits.size()) {
            throw new IllegalArgumentException("clock profile " + id + " has the limits " + limits
                    + "; allowed: one a step, " + MOST_LIMITS + " at most");
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return "clock~" + id;
    }

    /** The deadlines of an incident whose clock starts then. */
    public List<Deadline> deadlines(Instant start) {
        return limits.stream()
                .filter(limit -> limit.step() != ClockStep.UNKNOWN)
                .map(limit -> Deadline.running(limit.step(), start.plusNanos(Math.round(limit.seconds() * 1e9))))
                .toList();
    }
}

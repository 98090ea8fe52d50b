package io.kakou.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much time a room has, as data; topic {@code registry}, key {@code clock~<id>}. An incident carries the deadlines
 * of the profile that held when it was opened; a later change does not touch it.
 *
 * @param kinds events it is for; none: for all that no other profile of the same area names
 * @param limits one a step, {@value #MOST_LIMITS} at most; steps of a newer release are left out of the clock
 * @param areas areas it is for, those below included; none: everywhere. The profile of the nearest area holds
 * @param calendar id of the calendar whose working hours limits may count, or null
 * @param ladder who is told of what ran out, {@value #MOST_RUNGS} rungs at most
 */
public record ClockProfile(
        String id,
        List<EventKind> kinds,
        List<ClockLimit> limits,
        List<String> areas,
        @Nullable String calendar,
        List<Rung> ladder) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "clock~";

    public static final int MOST_LIMITS = 8;
    public static final int MOST_RUNGS = 16;

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
        areas = areas == null ? List.of() : List.copyOf(areas);
        ladder = ladder == null ? List.of() : List.copyOf(ladder);
        areas.forEach(area -> Id.plain("area of clock profile " + id, area));
        if (limits.size() > MOST_LIMITS
                || limits.stream().map(ClockLimit::step).distinct().count() < limits.size()) {
            throw new IllegalArgumentException("clock profile " + id + " has the limits " + limits
                    + "; allowed: one a step, " + MOST_LIMITS + " at most");
        }
        if (ladder.size() > MOST_RUNGS) {
            throw new IllegalArgumentException(
                    "clock profile " + id + " has " + ladder.size() + " rungs; allowed: 0 to " + MOST_RUNGS);
        }
        if (calendar == null && limits.stream().anyMatch(limit -> limit.counting() == Counting.WORKING_HOURS)) {
            throw new IllegalArgumentException(
                    "clock profile " + id + " counts working hours without a calendar; allowed: the id of one");
        }
    }

    /** A profile for every area that counts all hours and tells nobody else. */
    public ClockProfile(String id, List<EventKind> kinds, List<ClockLimit> limits) {
        this(id, kinds, limits, List.of(), null, List.of());
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + id;
    }

    /** The deadlines of an incident whose clock starts then, of a profile that counts all hours. */
    public List<Deadline> deadlines(Instant start) {
        return deadlines(start, null);
    }

    /**
     * The deadlines of an incident whose clock starts then. Where the calendar is not known, or ends too soon, all hours
     * count: too early a deadline is seen, none is not.
     */
    public List<Deadline> deadlines(Instant start, @Nullable WorkCalendar worked) {
        return limits.stream()
                .filter(limit -> limit.step().startsAtOpening())
                .map(limit -> Deadline.running(limit.step(), end(limit, start, worked)))
                .toList();
    }

    /** When a limit that begins to run then has passed. */
    public static Instant end(ClockLimit limit, Instant start, @Nullable WorkCalendar worked) {
        Duration time = Duration.ofNanos(Math.round(limit.seconds() * 1e9));
        if (limit.counting() == Counting.WORKING_HOURS && worked != null) {
            try {
                return worked.after(start, time);
            } catch (IllegalArgumentException e) {
                return start.plus(time);
            }
        }
        return start.plus(time);
    }
}

package io.kakou.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A child that is searched for, 走失儿童查找; topic {@code searches}, key {@link #id}, taken away when it ends. It works by
 * clothing, size and company, never by a face, under the number of a case, and for a while.
 *
 * @param id of the search
 * @param caseNumber of the police or the room, as people write it
 * @param start which end of the way is known
 * @param place where it was found or last seen
 * @param at when that was, our time
 * @param looks what it looks like
 * @param hops cameras that people have accepted, by time
 * @param rejected sightings that people have turned down, {@value #MOST_REJECTED} at most, the newest kept
 * @param reach cameras on its possible way, nearest first, {@value #MOST_REACH} at most: they are looked at before others
 * @param from back to when footage is looked at again
 * @param until its end, {@value #LONGEST_DAYS} days after {@code at} at most
 * @param user who searches
 */
public record Search(
        String id,
        String caseNumber,
        SearchStart start,
        Point place,
        Instant at,
        Description looks,
        List<Hop> hops,
        List<String> rejected,
        List<String> reach,
        Instant from,
        Instant until,
        String user) {
    public static final int MOST_REACH = 64;
    public static final int MOST_REJECTED = 500;
    public static final int LONGEST_DAYS = 7;

    private static final int MOST_HOPS = 100;
    private static final int LONGEST_CASE = 64;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Search {
        String whose = "search " + Id.plain("search id", id);
        start = start == null ? SearchStart.UNKNOWN : start;
        Required.field("caseNumber", caseNumber, () -> whose);
        Required.field("place", place, () -> whose);
        Required.field("at", at, () -> whose);
        Required.field("looks", looks, () -> whose);
        Required.field("until", until, () -> whose);
        from = from == null ? at : from;
        hops = hops == null ? List.of() : List.copyOf(hops);
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
        reach = reach == null ? List.of() : List.copyOf(reach);
        user = user == null ? "" : user;
        reach.forEach(camera -> Id.plain("camera of " + whose, camera));
        Range.check("case number's length of " + whose, caseNumber.strip().length(), 1, LONGEST_CASE);
        Range.check("hops of " + whose, hops.size(), 0, MOST_HOPS);
        Range.check("rejected of " + whose, rejected.size(), 0, MOST_REJECTED);
        Range.check("reach of " + whose, reach.size(), 0, MOST_REACH);
        if (!until.isAfter(at) || until.isAfter(at.plus(Duration.ofDays(LONGEST_DAYS)))) {
            throw new IllegalArgumentException(
                    whose + " ends at " + until + "; allowed: after " + at + " by " + LONGEST_DAYS + " days at most");
        }
    }

    /** Whether it has ended by itself. */
    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    /** The camera where its way is known to be first, or null while only the place is. */
    public @Nullable Hop earliest() {
        return hops.isEmpty() ? null : hops.get(0);
    }

    /** The camera where its way is known to be last, or null while only the place is. */
    public @Nullable Hop latest() {
        return hops.isEmpty() ? null : hops.get(hops.size() - 1);
    }
}

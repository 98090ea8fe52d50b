package io.kakou.events;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a day on which a room is staffed, and by whom.
 *
 * @param days on which it begins; none: every day
 * @param from local time, as in {@code 08:00}
 * @param to likewise; where it is not after {@code from}, on the next day; equal: a whole day
 * @param people who is on duty, for the page; {@value #MOST_PEOPLE} at most
 */
public record Shift(Days days, String from, String to, @Nullable String phone, List<String> people) {
    public static final int MOST_PEOPLE = 16;

    /** The days a shift begins on, by the room's calendar. */
    public enum Days {
        EVERY,
        /** 工作日. */
        WORKED,
        /** 休息日. */
        OFF,
        /** A constant written by a newer release: every day, rather than a room that nobody hears of. */
        UNKNOWN
    }

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Shift {
        days = days == null ? Days.EVERY : days;
        LocalTimes.time("from of a shift", from);
        LocalTimes.time("to of a shift", to);
        people = people == null ? List.of() : List.copyOf(people);
        if (people.size() > MOST_PEOPLE) {
            throw new IllegalArgumentException(
                    "a shift has " + people.size() + " people; allowed: 0 to " + MOST_PEOPLE);
        }
    }

    LocalTime begins() {
        return LocalTime.parse(from);
    }

    LocalTime ends() {
        return LocalTime.parse(to);
    }
}

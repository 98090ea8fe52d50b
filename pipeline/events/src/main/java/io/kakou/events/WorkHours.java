package io.kakou.events;

import java.time.LocalTime;

/**
 * Hours of a working day.
 *
 * @param from local time of the first moment, as in {@code 08:30}
 * @param to local time of the end, later on the same day
 */
public record WorkHours(String from, String to) {
    public WorkHours {
        if (!LocalTimes.time("from of working hours", from).isBefore(LocalTimes.time("to of working hours", to))) {
            throw new IllegalArgumentException(
                    "working hours go from " + from + " to " + to + "; allowed: an end later on the same day");
        }
    }

    LocalTime begins() {
        return LocalTime.parse(from);
    }

    LocalTime ends() {
        return LocalTime.parse(to);
    }
}

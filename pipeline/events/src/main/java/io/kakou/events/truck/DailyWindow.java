package io.kakou.events.truck;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Hours of every day, as in {@code 22:00} to {@code 05:00}, which pass midnight.
 *
 * @param from the first moment within
 * @param to the first moment after; the same as {@code from}: all day
 */
public record DailyWindow(String from, String to) {
    public DailyWindow {
        LocalTime unusedFrom = time("from", from);
        LocalTime unusedTo = time("to", to);
    }

    public boolean holds(LocalTime time) {
        LocalTime begins = LocalTime.parse(from);
        LocalTime ends = LocalTime.parse(to);
        boolean afterBegin = !time.isBefore(begins);
        boolean beforeEnd = time.isBefore(ends);
        return begins.isBefore(ends) ? afterBegin && beforeEnd : afterBegin || beforeEnd;
    }

    private static LocalTime time(String what, @Nullable String text) {
        try {
            return LocalTime.parse(String.valueOf(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "a window's " + what + " is " + text + "; allowed: a time of day, as in 22:00", e);
        }
    }
}

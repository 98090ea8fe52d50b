package io.kakou.events;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times of the day and days as people write them in files, checked with a line that says what is allowed. */
final class LocalTimes {
    private LocalTimes() {}

    static LocalTime time(String what, @Nullable String text) {
        try {
            return LocalTime.parse(String.valueOf(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(what + " is " + text + "; allowed: a time of day, as in 08:30", e);
        }
    }

    static LocalDate day(String what, @Nullable String text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(what + " is " + text + "; allowed: a day, as in 2026-10-01", e);
        }
    }
}

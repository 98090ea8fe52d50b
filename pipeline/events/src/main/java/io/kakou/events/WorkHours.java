package io.kakou.events;

import java.time.LocalTime;

/** Hours of a working day, from one local time up to another later on the same day. */
public record WorkHours(LocalTime from, LocalTime to) {
    public WorkHours {
        Required.field("from", from, () -> "working hours");
        Required.field("to", to, () -> "working hours");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "working hours go from " + from + " to " + to + "; allowed: an end later on the same day");
        }
    }
}

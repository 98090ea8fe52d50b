package io.kakou.events;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A room's rota; topic {@code registry}, key {@code duty~<room>}. While none of its shifts runs, the room above answers.
 * A room without a rota is staffed always.
 *
 * @param zone of the shifts' times, a name of the IANA time zone database; {@value WorkCalendar#ZONE} where none is given
 * @param calendar id of the calendar that says which days are worked, or null: Monday to Friday
 * @param shifts {@value #MOST_SHIFTS} at most; none: never staffed
 */
public record Duty(String room, String zone, @Nullable String calendar, List<Shift> shifts) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "duty~";

    public static final int MOST_SHIFTS = 64;

    private static final Duration DAY = Duration.ofDays(1);

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Duty {
        Id.plain("room of a rota", room);
        zone = zone == null ? WorkCalendar.ZONE : zone;
        shifts = shifts == null ? List.of() : List.copyOf(shifts);
        if (calendar != null) {
            Id.plain("calendar of the rota of " + room, calendar);
        }
        if (shifts.size() > MOST_SHIFTS) {
            throw new IllegalArgumentException(
                    "the rota of " + room + " has " + shifts.size() + " shifts; allowed: 0 to " + MOST_SHIFTS);
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the rota of " + room + " has the zone " + zone
                            + "; allowed: a name of the IANA time zone database, as in " + WorkCalendar.ZONE,
                    e);
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + room;
    }

    /**
     * The shift that runs then, the first where several do.
     *
     * @param worked the calendar that it names, or one without holidays
     */
    public Optional<Shift> at(Instant time, WorkCalendar worked) {
        ZonedDateTime local = time.atZone(ZoneId.of(zone));
        return shifts.stream()
                .filter(shift -> runs(shift, local, local.toLocalDate(), worked)
                        || runs(shift, local, local.toLocalDate().minusDays(1), worked))
                .findFirst();
    }

    private static boolean runs(Shift shift, ZonedDateTime time, LocalDate begun, WorkCalendar worked) {
        boolean onThatDay =
                switch (shift.days()) {
                    case EVERY, UNKNOWN -> true;
                    case WORKED -> worked.isWorked(begun);
                    case OFF -> !worked.isWorked(begun);
                };
        ZonedDateTime from = begun.atTime(shift.begins()).atZone(time.getZone());
        ZonedDateTime to = begun.atTime(shift.ends()).atZone(time.getZone());
        ZonedDateTime until = endsNextDay(shift.begins(), shift.ends()) ? to.plus(DAY) : to;
        return onThatDay && !time.isBefore(from) && time.isBefore(until);
    }

    private static boolean endsNextDay(LocalTime from, LocalTime to) {
        return !to.isAfter(from);
    }
}

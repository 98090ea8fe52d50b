package io.kakou.events;

import static java.util.Comparator.comparing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * On which hours of which days offices work; topic {@code registry}, key {@code calendar~<id>}. Monday to Friday, but
 * for public holidays, and on the days off that are worked instead (调休).
 *
 * @param zone of the hours, a name of the IANA time zone database; {@value #ZONE} where none is given
 * @param hours of a working day, in order and apart; 09:00 to 17:00 where none are given
 * @param holidays days on which nobody works, whatever day of the week, as in {@code 2026-10-01}
 * @param workdays days that are worked, whatever day of the week, likewise
 */
public record WorkCalendar(
        String id, String zone, List<WorkHours> hours, List<String> holidays, List<String> workdays) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "calendar~";

    public static final String ZONE = "Asia/Shanghai";

    /** What no holiday of any country is longer than; beyond it a deadline would never be found. */
    private static final int LONGEST_DAYS = 400;

    private static final int MOST_DAYS = 2_000;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public WorkCalendar {
        Id.plain("calendar id", id);
        zone = zone == null ? ZONE : zone;
        hours = hours == null || hours.isEmpty()
                ? List.of(new WorkHours("09:00", "17:00"))
                : hours.stream().sorted(comparing(WorkHours::begins)).toList();
        holidays = holidays == null ? List.of() : List.copyOf(holidays);
        workdays = workdays == null ? List.of() : List.copyOf(workdays);
        checkZone(id, zone);
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).begins().isBefore(hours.get(i - 1).ends())) {
                throw new IllegalArgumentException(
                        "calendar " + id + " has the hours " + hours + "; allowed: hours that do not overlap");
            }
        }
        if (holidays.size() + workdays.size() > MOST_DAYS) {
            throw new IllegalArgumentException("calendar " + id + " names " + (holidays.size() + workdays.size())
                    + " days; allowed: " + MOST_DAYS + " at most");
        }
        workdays.forEach(day -> LocalTimes.day("a working day of calendar " + id, day));
        for (String day : holidays) {
            LocalTimes.day("a holiday of calendar " + id, day);
            if (workdays.contains(day)) {
                throw new IllegalArgumentException(
                        "calendar " + id + " has " + day + " as a holiday and as a working day; allowed: one of them");
            }
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + id;
    }

    public boolean isWorked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return workdays.contains(day.toString()) || (!weekend && !holidays.contains(day.toString()));
    }

    /**
     * When so much working time has passed.
     *
     * @throws IllegalArgumentException where the calendar has no such time within {@value #LONGEST_DAYS} days
     */
    public Instant after(Instant start, Duration working) {
        ZoneId local = ZoneId.of(zone);
        Duration left = working;
        LocalDate first = start.atZone(local).toLocalDate();
        for (LocalDate day = first; day.isBefore(first.plusDays(LONGEST_DAYS)); day = day.plusDays(1)) {
            if (!isWorked(day)) {
                continue;
            }
            for (WorkHours span : hours) {
                Instant from =
                        later(start, day.atTime(span.begins()).atZone(local).toInstant());
                Instant to = day.atTime(span.ends()).atZone(local).toInstant();
                Duration free = Duration.between(from, to);
                if (free.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = free.isNegative() ? left : left.minus(free);
            }
        }
        throw new IllegalArgumentException("calendar " + id + " has not " + working.toHours() + " h of work in the "
                + LONGEST_DAYS + " days from " + first);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void checkZone(String id, String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "calendar " + id + " has the zone " + zone
                            + "; allowed: a name of the IANA time zone database, as in " + ZONE,
                    e);
        }
    }
}

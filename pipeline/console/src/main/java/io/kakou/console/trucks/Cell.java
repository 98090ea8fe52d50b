package io.kakou.console.trucks;

import io.kakou.events.Point;
import io.kakou.events.truck.DailyWindow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in a cell, as people write it; what cannot be read is refused with what is allowed. */
final class Cell {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String LIST = "[;；,，、\\s]+";

    private Cell() {}

    static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    static List<String> list(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Stream.of(cell.split(LIST)).filter(each -> !each.isEmpty()).toList();
    }

    /**
     * {@code 2026-05-01}, {@code 2026/5/1}, {@code 2026.5.1}, {@code 2026年5月1日}, {@code 2026-05-01 22:00} of Hangzhou's time; a
     * day that ends is over at its end.
     */
    static @Nullable Instant time(String column, String cell, boolean ends) {
        if (cell.isEmpty()) {
            return null;
        }
        String plain = cell.replaceAll("[/.年月]", "-")
                .replaceFirst("日\\s*", " ")
                .replace('T', ' ')
                .strip();
        try {
            if (cell.endsWith("Z")) {
                return Instant.parse(cell);
            }
            if (plain.contains(":")) {
                String whole = plain.length() - plain.indexOf(' ') > 6 ? "yyyy-M-d H:mm:ss" : "yyyy-M-d H:mm";
                return LocalDateTime.parse(plain, DateTimeFormatter.ofPattern(whole, Locale.ROOT))
                        .atZone(ZONE)
                        .toInstant();
            }
            LocalDate day = LocalDate.parse(plain, DateTimeFormatter.ofPattern("yyyy-M-d", Locale.ROOT));
            return (ends ? day.plusDays(1) : day).atStartOfDay(ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    column + " is \"" + cell + "\"; allowed: a day or a time, as in 2026-05-01 or 2026-05-01 22:00", e);
        }
    }

    static Instant needed(String column, String cell, boolean ends) {
        Instant time = time(column, cell, ends);
        if (time == null) {
            throw new IllegalArgumentException(column + " is missing; allowed: a day or a time, as in 2026-05-01");
        }
        return time;
    }

    /** {@code 22:00-05:00}, several behind each other. */
    static List<DailyWindow> windows(String cell) {
        return list(cell).stream()
                .map(each -> {
                    String[] ends = each.replace("：", ":").split("[-–~至]", -1);
                    if (ends.length != 2) {
                        throw new IllegalArgumentException(
                                "windows is \"" + cell + "\"; allowed: 22:00-05:00, several behind each other");
                    }
                    return new DailyWindow(clock(ends[0]), clock(ends[1]));
                })
                .toList();
    }

    private static String clock(String text) {
        String plain = text.strip();
        return plain.equals("24:00") ? "00:00" : plain.length() == 4 ? "0" + plain : plain;
    }

    static <T> T word(String column, String cell, Map<String, T> words, T otherwise) {
        if (cell.isEmpty()) {
            return otherwise;
        }
        T found = words.get(cell.toUpperCase(Locale.ROOT));
        if (found == null) {
            throw new IllegalArgumentException(column + " is \"" + cell + "\"; allowed: "
                    + String.join(", ", words.keySet().stream().sorted().toList()));
        }
        return found;
    }

    static double number(String column, String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " is \"" + cell + "\"; allowed: a number", e);
        }
    }

    /** A word of 32 bits, in digits or as 0x…; empty: 0. */
    static long bits(String column, String cell) {
        try {
            return cell.isEmpty() ? 0 : Long.decode(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    column + " is \"" + cell + "\"; allowed: 32 bits, as in 3 or 0x00000003", e);
        }
    }

    static @Nullable Point place(String longitude, String latitude) {
        if (longitude.isEmpty() != latitude.isEmpty()) {
            throw new IllegalArgumentException("half a place; allowed: longitude and latitude, or neither");
        }
        return longitude.isEmpty() ? null : new Point(number("longitude", longitude), number("latitude", latitude));
    }
}

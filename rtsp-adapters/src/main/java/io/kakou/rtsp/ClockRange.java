package io.kakou.rtsp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of the day's clock that a recorder is to play, or plays: {@code Range: clock=} (RFC 2326 §3.7, §12.29).
 *
 * @param to where it ends; null where it goes on
 */
public record ClockRange(Instant from, @Nullable Instant to) {
    private static final String TIME = "(\\d{8}T\\d{6}(?:\\.\\d{1,9})?)Z";
    private static final Pattern RANGE = Pattern.compile("clock\\s*=\\s*" + TIME + "-(?:" + TIME + ")?.*");
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter SAID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public ClockRange {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("a range to " + to + "; allowed: later than its begin, " + from);
        }
    }

    /** What a header says; null where it is no range of the clock. */
    public static @Nullable ClockRange of(@Nullable String header) {
        Matcher range = RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches()) {
            return null;
        }
        try {
            String end = range.group(2);
            return new ClockRange(instant(range.group(1)), end == null ? null : instant(end));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return null;
        }
    }

    /** To the millisecond. */
    public String header() {
        return "clock=" + SAID.format(from) + '-' + (to == null ? "" : SAID.format(to));
    }

    private static Instant instant(String text) {
        Instant whole = LocalDateTime.parse(text.substring(0, 15), WHOLE).toInstant(ZoneOffset.UTC);
        return text.length() < 17
                ? whole
                : whole.plusNanos(Math.round(Double.parseDouble("0" + text.substring(15)) * 1e9));
    }
}

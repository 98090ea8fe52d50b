package io.kakou.console.brakes;

import io.kakou.console.refusal.Refusal;
import io.kakou.events.Brake;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a brake ends by itself, as people write it. */
public final class Until {
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,7})([smhd])");

    private Until() {}

    /**
     * The end, by our clock.
     *
     * @param text {@code 45m}, {@code 2h}, {@code 3d}, {@code 90s}, or a time with its zone, 2026-05-01T12:00:00+08:00
     * @throws Refusal where it is neither, has passed, or is too far ahead
     */
    public static Instant read(String text, Instant now) {
        Instant last = now.plus(Duration.ofDays(Brake.LONGEST_DAYS));
        String allowed = "; allowed: 90s, 45m, 2h, 3d, or a time with its zone, after " + now + " and up to " + last
                + ", " + Brake.LONGEST_DAYS + " days from now";
        Instant until = instant(text.strip(), now, allowed);
        if (!until.isAfter(now)) {
            throw Refusal.badField("until", "until is " + until + ", which has passed" + allowed);
        }
        if (until.isAfter(last)) {
            throw Refusal.badField("until", "until is " + until + ", which is too far ahead" + allowed);
        }
        return until;
    }

    private static Instant instant(String text, Instant now, String allowed) {
        Matcher length = LENGTH.matcher(text);
        if (length.matches()) {
            return now.plusSeconds(Long.parseLong(length.group(1)) * unitSeconds(length.group(2)));
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
            throw Refusal.badField("until", "until is \"" + shown + "\"" + allowed);
        }
    }

    private static long unitSeconds(String letter) {
        return switch (letter) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3_600;
            default -> 86_400;
        };
    }
}

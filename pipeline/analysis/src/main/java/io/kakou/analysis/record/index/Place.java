package io.kakou.analysis.record.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of objects of footage: {@code footage/<camera>/<day>/<HHMMSSmmm>-<worker>-<generation>.mp4}, in UTC. */
public final class Place {
    private static final String ROOT = "footage/";
    private static final String FILE = ".mp4";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern SEGMENT = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d{9}-[A-Za-z0-9._-]{1,80})");

    private Place() {}

    /** Of a minute that begins then. */
    public static String key(String camera, Instant from, String owner) {
        return folder(camera, day(from)) + TIME.format(from) + '-' + owner + FILE;
    }

    /** A minute's name outside: {@code <day>T<HHMMSSmmm>-<worker>-<generation>}. */
    public static String segment(String key) {
        String[] parts = key.split("/", -1);
        String file = parts[parts.length - 1];
        return parts[parts.length - 2] + 'T' + file.substring(0, file.length() - FILE.length());
    }

    /** The object of a name outside; null where it is none. */
    public static @Nullable String key(String camera, String segment) {
        Matcher named = SEGMENT.matcher(segment);
        return named.matches() ? folder(camera, named.group(1)) + named.group(2) + FILE : null;
    }

    /** When the minute of a name outside begins; null where it is none. */
    public static @Nullable Instant begin(String segment) {
        Matcher named = SEGMENT.matcher(segment);
        if (!named.matches()) {
            return null;
        }
        String time = named.group(2);
        try {
            return Instant.parse(named.group(1)
                    + 'T'
                    + time.substring(0, 2)
                    + ':'
                    + time.substring(2, 4)
                    + ':'
                    + time.substring(4, 6)
                    + '.'
                    + time.substring(6, 9)
                    + 'Z');
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** All of a camera's day. */
    static String folder(String camera, String day) {
        return ROOT + camera + '/' + day + '/';
    }

    static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}

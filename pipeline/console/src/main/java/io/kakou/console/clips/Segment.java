package io.kakou.console.clips;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** About a minute of a camera's footage, as one object. */
public record Segment(String camera, String day, String file) {
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d{9}-[A-Za-z0-9._-]{1,80})");

    /**
     * Of a camera that may be looked at.
     *
     * @param name {@code <day>T<HHMMSSmmm>-<worker>-<generation>}; empty where it is none
     */
    public static Optional<Segment> of(String camera, String name) {
        Matcher named = NAME.matcher(name);
        return named.matches() ? Optional.of(new Segment(camera, named.group(1), named.group(2))) : Optional.empty();
    }

    String key() {
        return "footage/" + camera + '/' + day + '/' + file + ".mp4";
    }
}

package io.kakou.analysis.record.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An hour of a camera: the unit of the index, and of what is let go.
 *
 * @param from its first instant, a whole hour
 */
public record Hour(String camera, Instant from) implements Comparable<Hour> {
    public static Hour of(String camera, Instant at) {
        return new Hour(camera, at.truncatedTo(ChronoUnit.HOURS));
    }

    /** The first instant that is not its own. */
    public Instant to() {
        return from.plus(1, ChronoUnit.HOURS);
    }

    /** {@code <day>/<HH>}. */
    String path() {
        String text = from.toString();
        return text.substring(0, 10) + '/' + text.substring(11, 13);
    }

    /** The oldest first. */
    @Override
    public int compareTo(Hour other) {
        int byTime = from.compareTo(other.from);
        return byTime != 0 ? byTime : camera.compareTo(other.camera);
    }
}

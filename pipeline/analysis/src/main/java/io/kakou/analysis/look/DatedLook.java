package io.kakou.analysis.look;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * A look as it is kept: its line of the look log, and our time at it.
 *
 * @param entry the line
 * @param at to the nanosecond, because the alert carries it
 */
public record DatedLook(LookEntry entry, Instant at) {
    /** The line of the look log and the time. */
    public String line() {
        return LookLog.line(entry) + ' ' + at;
    }

    /**
     * Reads a line back.
     *
     * @throws IllegalArgumentException naming the line where it is none
     */
    public static DatedLook read(String line) {
        int space = line.lastIndexOf(' ');
        try {
            Instant at = Instant.parse(line.substring(space + 1));
            return new DatedLook(
                    LookLog.read(List.of(line.substring(0, Math.max(0, space)))).get(0), at);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("look \"" + line + "\"; allowed: a look log line and a time", e);
        }
    }
}

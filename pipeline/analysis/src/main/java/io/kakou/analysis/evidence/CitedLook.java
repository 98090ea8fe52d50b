package io.kakou.analysis.evidence;

import io.kakou.analysis.look.LookEntry;
import io.kakou.analysis.look.LookLog;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * A look as a bundle keeps it: its line of the look log, and our time at it.
 *
 * @param entry the line
 * @param at to the nanosecond, because the alert carries it
 */
record CitedLook(LookEntry entry, Instant at) {
    String line() {
        return LookLog.line(entry) + ' ' + at;
    }

    /** @throws IllegalArgumentException naming the line where it is none */
    static CitedLook read(String line) {
        int space = line.lastIndexOf(' ');
        try {
            Instant at = Instant.parse(line.substring(space + 1));
            return new CitedLook(
                    LookLog.read(List.of(line.substring(0, Math.max(0, space)))).get(0), at);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("look \"" + line + "\"; allowed: a look log line and a time", e);
        }
    }
}

package io.kakou.analysis.record.keep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span that must not be let go.
 *
 * @param reason why, in the words of who holds it
 * @param by who holds it
 * @param at when it was set
 * @param until when it ends by itself, or null
 */
public record Hold(
        String id,
        String camera,
        Instant from,
        Instant to,
        String reason,
        String by,
        Instant at,
        @Nullable Instant until) {
    public Hold {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("the hold ends at " + to + "; allowed: later than its begin, " + from);
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the hold's reason is missing; allowed: why it is held");
        }
    }

    boolean covers(String whose, Instant begin, Instant end) {
        return camera.equals(whose) && from.isBefore(end) && to.isAfter(begin);
    }
}

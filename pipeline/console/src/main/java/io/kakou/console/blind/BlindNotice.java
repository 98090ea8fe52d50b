package io.kakou.console.blind;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one room does not see.
 *
 * @param acknowledgedBy the account that has read it, or null
 * @param places longest first
 */
public record BlindNotice(
        String id,
        String room,
        Instant openedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        List<BlindPlace> places) {
    public BlindNotice {
        places = List.copyOf(places);
    }
}

package io.kakou.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room that knows of an incident without owning it.
 *
 * @param at since when, recorded time
 * @param area the area for which it was told, or null
 */
public record Informed(String room, InformedAs as, Instant at, @Nullable String area) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Informed {
        String told = Id.plain("informed room", room);
        as = as == null ? InformedAs.UNKNOWN : as;
        Required.field("at", at, () -> "informed room " + told);
    }
}

package io.kakou.console.incidents;

import io.kakou.events.Id;
import org.jspecify.annotations.Nullable;

/**
 * Whom a room can send.
 *
 * @param area where it works, with all below; null for everywhere
 */
public record Unit(String id, String name, @Nullable String area) {
    public Unit {
        Id.plain("unit id", id);
    }
}

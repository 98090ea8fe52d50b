package io.kakou.console.incidents;

import io.kakou.events.Id;
import org.jspecify.annotations.Nullable;

/**
 * Whom a room can send.
 *
 * @param area where it works, with all below; null for everywhere
 * @param phone how it is reached, or null
 */
public record Unit(String id, String name, @Nullable String area, @Nullable String phone) {
    private static final int LONGEST_NAME = 60;
    private static final String PHONE = "[+0-9][0-9 ()-]{2,31}";

    public Unit {
        Id.plain("unit id", id);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "name of unit " + id + " has " + name.length() + " characters; allowed: 1 to " + LONGEST_NAME);
        }
        if (phone != null && !phone.matches(PHONE)) {
            throw new IllegalArgumentException(
                    "phone of unit " + id + " is no number; allowed: 3 to 32 digits, spaces and dashes");
        }
    }
}

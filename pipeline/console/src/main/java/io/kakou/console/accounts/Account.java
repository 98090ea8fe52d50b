package io.kakou.console.accounts;

import io.kakou.events.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named person.
 *
 * @param fullName what colleagues call this person, or null
 * @param areas ids of areas, each with all below it; {@link #EVERY_AREA} for all; none sees nothing
 * @param rooms ids of rooms whose seat this is, whatever areas they answer for
 * @param mustChangePassword whether somebody else knows the password
 */
public record Account(
        String name,
        @Nullable String fullName,
        Role role,
        List<String> areas,
        List<String> rooms,
        boolean mustChangePassword,
        boolean enabled) {
    public static final String EVERY_AREA = "*";

    private static final int LONGEST_NAME = 40;

    /** Of somebody who sees areas alone. */
    public Account(
            String name,
            @Nullable String fullName,
            Role role,
            List<String> areas,
            boolean mustChangePassword,
            boolean enabled) {
        this(name, fullName, role, areas, List.of(), mustChangePassword, enabled);
    }

    public Account {
        Id.plain("user", name);
        if (fullName != null && (fullName.isBlank() || fullName.length() > LONGEST_NAME)) {
            throw new IllegalArgumentException(
                    "fullName of " + name + " has " + fullName.length() + " characters; allowed: 1 to " + LONGEST_NAME);
        }
        areas = List.copyOf(areas);
        rooms = List.copyOf(rooms);
        rooms.forEach(room -> Id.plain("room", room));
        areas.stream().filter(area -> !area.equals(EVERY_AREA)).forEach(area -> Id.plain("area", area));
    }
}

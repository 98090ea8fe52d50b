package io.kakou.console.accounts;

import io.kakou.events.Id;
import java.util.List;

/**
 * A named person.
 *
 * @param areas ids of areas, each with all below it; {@link #EVERY_AREA} for all; none sees nothing
 * @param mustChangePassword whether somebody else knows the password
 */
public record Account(String name, Role role, List<String> areas, boolean mustChangePassword, boolean enabled) {
    public static final String EVERY_AREA = "*";

    public Account {
        Id.plain("user", name);
        areas = List.copyOf(areas);
        areas.stream().filter(area -> !area.equals(EVERY_AREA)).forEach(area -> Id.plain("area", area));
    }
}

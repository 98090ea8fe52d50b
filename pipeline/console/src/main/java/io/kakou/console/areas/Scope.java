package io.kakou.console.areas;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person may see.
 *
 * @param everything all there is, with or without an area
 * @param areas ids of every area seen, those below included
 * @param rooms ids of rooms whose seat it is though they need have no area: their incidents are seen, wherever they are
 */
public record Scope(boolean everything, Set<String> areas, Set<String> rooms) {
    public Scope {
        areas = Set.copyOf(areas);
        rooms = Set.copyOf(rooms);
    }

    /** Of areas alone. */
    public Scope(boolean everything, Set<String> areas) {
        this(everything, areas, Set.of());
    }

    /** A thing without an area is seen by those alone who see everything. */
    public boolean sees(@Nullable String area) {
        return everything || (area != null && areas.contains(area));
    }

    public boolean seesNothing() {
        return !everything && areas.isEmpty() && rooms.isEmpty();
    }
}

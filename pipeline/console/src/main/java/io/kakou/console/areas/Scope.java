package io.kakou.console.areas;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person may see.
 *
 * @param everything all there is, with or without an area
 * @param areas ids of every area seen, those below included
 */
public record Scope(boolean everything, Set<String> areas) {
    public Scope {
        areas = Set.copyOf(areas);
    }

    /** A thing without an area is seen by those alone who see everything. */
    public boolean sees(@Nullable String area) {
        return everything || (area != null && areas.contains(area));
    }

    public boolean seesNothing() {
        return !everything && areas.isEmpty();
    }
}

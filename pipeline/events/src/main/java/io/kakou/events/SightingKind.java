package io.kakou.events;

import org.jspecify.annotations.Nullable;

/**
 * What a record on the topic {@code sightings} tells of: two kinds lie there, and neither names itself. To be read first.
 *
 * @param vehicle there where it is a {@link Sighting}
 * @param firstSeen there where it is a {@link PersonSighting}
 */
public record SightingKind(@Nullable Object vehicle, @Nullable String firstSeen) {
    /** Whether it is to be read as a {@link PersonSighting}. */
    public boolean isPerson() {
        return vehicle == null && firstSeen != null;
    }
}

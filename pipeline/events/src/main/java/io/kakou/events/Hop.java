package io.kakou.events;

import java.time.Instant;
import java.util.List;

/**
 * A camera that a child has passed, by the word of a person who has looked.
 *
 * @param sighting {@link PersonSighting#id}
 * @param above colours as this camera showed them
 * @param below likewise
 */
public record Hop(
        String camera,
        String sighting,
        Instant firstSeen,
        Instant lastSeen,
        List<ColourShare> above,
        List<ColourShare> below) {
    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public Hop {
        Id.plain("camera of a hop", camera);
        Id.plain("sighting of a hop", sighting);
        Required.field("firstSeen", firstSeen, () -> "hop at camera " + camera);
        Required.field("lastSeen", lastSeen, () -> "hop at camera " + camera);
        above = above == null ? List.of() : List.copyOf(above);
        below = below == null ? List.of() : List.copyOf(below);
    }
}

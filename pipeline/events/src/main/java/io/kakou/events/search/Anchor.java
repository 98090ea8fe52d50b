package io.kakou.events.search;

import io.kakou.events.Hop;
import io.kakou.events.Point;
import io.kakou.events.Search;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where and when the child is known to have been.
 *
 * @param camera that has seen it, or null while only the place is known
 * @param from first there, our time
 * @param to last there, our time
 */
public record Anchor(@Nullable String camera, Point place, Instant from, Instant to) {
    /** The end of the known way from which a search goes on. */
    public static Anchor of(Search search, Direction direction, StreetGraph graph) {
        Hop hop = direction == Direction.BACKWARD ? search.earliest() : search.latest();
        boolean beyond = hop != null
                && (direction == Direction.BACKWARD
                        ? !hop.firstSeen().isAfter(search.at())
                        : !hop.lastSeen().isBefore(search.at()));
        if (hop == null || !beyond) {
            return new Anchor(null, search.place(), search.at(), search.at());
        }
        Point place = graph.at(hop.camera());
        return new Anchor(hop.camera(), place == null ? search.place() : place, hop.firstSeen(), hop.lastSeen());
    }

    /** After this sighting. */
    static Anchor of(Sight sight, Anchor before, StreetGraph graph) {
        Point place = graph.at(sight.camera());
        return new Anchor(sight.camera(), place == null ? before.place() : place, sight.from(), sight.to());
    }
}

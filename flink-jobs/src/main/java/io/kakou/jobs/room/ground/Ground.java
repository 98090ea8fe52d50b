package io.kakou.jobs.room.ground;

import io.kakou.events.Area;
import java.util.List;

/** An area and its pieces, measured once: a tree is laid out anew whenever any area changes. */
public record Ground(Area area, List<Piece> pieces) {
    public Ground {
        pieces = List.copyOf(pieces);
    }

    public static Ground of(Area area) {
        return new Ground(
                area,
                area.polygons().stream()
                        .map(polygon -> new Piece(area, polygon, Box.of(polygon)))
                        .toList());
    }
}

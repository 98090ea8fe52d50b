package io.kakou.jobs.room.ground;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Pieces by their boxes: halved at the middle of their longer side until a few are left. A look-up among the 2,000
 * areas of a district passes some ten of its boxes.
 */
final class BoxTree {
    private static final int FEW = 8;

    private final Box box;
    private final List<Piece> few;
    private final @Nullable BoxTree low;
    private final @Nullable BoxTree high;

    /** @param pieces at least one */
    BoxTree(List<Piece> pieces) {
        box = pieces.stream().map(Piece::box).reduce(Box::with).orElseThrow();
        if (pieces.size() <= FEW) {
            few = List.copyOf(pieces);
            low = null;
            high = null;
            return;
        }
        List<Piece> sorted = pieces.stream()
                .sorted(comparingDouble(piece -> box.isWiderThanHigh()
                        ? piece.box().middleEast()
                        : piece.box().middleNorth()))
                .toList();
        int half = sorted.size() / 2;
        few = List.of();
        low = new BoxTree(sorted.subList(0, half));
        high = new BoxTree(sorted.subList(half, sorted.size()));
    }

    /** Those whose boxes meet the one given. */
    void meeting(Box wanted, Consumer<Piece> found) {
        if (!box.meets(wanted)) {
            return;
        }
        for (Piece piece : few) {
            if (piece.box().meets(wanted)) {
                found.accept(piece);
            }
        }
        if (low != null && high != null) {
            low.meeting(wanted, found);
            high.meeting(wanted, found);
        }
    }
}

package io.kakou.events.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whose passing was told already. Somebody who was seen live is seen again where the footage of that moment is looked at for
 * a search, and would take two places of the few that are offered. Each stands for one of every other look at the same: of two
 * children who walk together, seen twice each, two are left.
 */
final class Passings {
    /** What two looks at the same picture's time may differ by: a keyframe. */
    private static final double OFF_SECONDS = 2;
    /** Of the shorter one's time. */
    private static final double TOGETHER = 0.5;
    /** Shares of a garment that two looks at it may show otherwise: it turns, and steps into the shade. */
    private static final double OTHERWISE = 0.5;
    /** No search has this id. */
    private static final String LIVE = "";

    private final List<Told> told = new ArrayList<>();

    /** @param by whose looks have told it: of searches by their ids, and {@link #LIVE} */
    private record Told(Sight sight, Set<String> by) {}

    /** Tells one; false where it is another look at one that was told. */
    boolean add(Sight sight) {
        String by = Objects.requireNonNullElse(sight.search(), LIVE);
        for (Told each : told) {
            if (!each.by().contains(by) && isSame(each.sight(), sight)) {
                each.by().add(by);
                return false;
            }
        }
        told.add(new Told(sight, new HashSet<>(Set.of(by))));
        return true;
    }

    private static boolean isSame(Sight one, Sight other) {
        return one.camera().equals(other.camera())
                && areTogether(one, other)
                && isAlike(one.above(), other.above())
                && isAlike(one.below(), other.below());
    }

    private static boolean areTogether(Sight one, Sight other) {
        Instant from = one.from().isAfter(other.from()) ? one.from() : other.from();
        Instant to = one.to().isBefore(other.to()) ? one.to() : other.to();
        double shorter = Math.min(Ranking.seconds(one.from(), one.to()), Ranking.seconds(other.from(), other.to()));
        return Ranking.seconds(from, to) + OFF_SECONDS >= TOGETHER * shorter;
    }

    private static boolean isAlike(ColourMix one, ColourMix other) {
        return one.isNothing() || other.isNothing() || one.distance(other) <= OTHERWISE;
    }
}

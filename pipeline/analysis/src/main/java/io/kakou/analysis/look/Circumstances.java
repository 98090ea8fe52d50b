package io.kakou.analysis.look;

import java.util.Set;

/**
 * What shifts the work from one camera to another.
 *
 * @param rain roads go before gates
 * @param school marked places go before gates: children are on their way
 * @param sites gates are in their hours; outside of them they come after roads
 * @param open cameras with an incident or a search
 * @param searched those of them on the way of somebody who is searched for: they are followed, whatever else they are for
 */
public record Circumstances(boolean rain, boolean school, boolean sites, Set<String> open, Set<String> searched) {
    public static final Circumstances USUAL = new Circumstances(false, false, true, Set.of());

    public Circumstances {
        searched = Set.copyOf(searched);
        open = Set.copyOf(open);
    }

    /** Nobody is searched for. */
    public Circumstances(boolean rain, boolean school, boolean sites, Set<String> open) {
        this(rain, school, sites, open, Set.of());
    }

    /** What a camera's events need; more where it lies on somebody's way, but in a lift. */
    Effort effort(String camera, Wish wish) {
        return searched.contains(camera) && wish.rank() != Rank.LIFT ? Effort.FOLLOW : wish.effort();
    }

    /** How early a camera is served, smaller first. */
    double order(String camera, Wish wish) {
        return switch (rank(camera, wish)) {
            case LIFT -> 0;
            case OPEN -> 1;
            case GATE -> sites ? 3 : 5;
            case ROAD -> rain ? 2 : 4;
            case MARKED -> school ? 2.5 : 6;
            case STREET -> 7;
        };
    }

    /** Whether a camera is not asked whether there is room. */
    boolean isUrgent(String camera, Wish wish) {
        return switch (rank(camera, wish)) {
            case LIFT, OPEN -> true;
            case GATE, ROAD, MARKED, STREET -> false;
        };
    }

    private Rank rank(String camera, Wish wish) {
        boolean first = open.contains(camera) || searched.contains(camera);
        return first && wish.rank() != Rank.LIFT ? Rank.OPEN : wish.rank();
    }
}

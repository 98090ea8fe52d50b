package io.kakou.analysis.look;

import java.util.Set;

/**
 * What shifts the work from one camera to another.
 *
 * @param rain roads go before gates
 * @param school marked places go before gates: children are on their way
 * @param sites gates are in their hours; outside of them they come after roads
 * @param open cameras with an incident or a search
 */
public record Circumstances(boolean rain, boolean school, boolean sites, Set<String> open) {
    public static final Circumstances USUAL = new Circumstances(false, false, true, Set.of());

    public Circumstances {
        open = Set.copyOf(open);
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
        return open.contains(camera) && wish.rank() != Rank.LIFT ? Rank.OPEN : wish.rank();
    }
}

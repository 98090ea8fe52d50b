package io.kakou.benchmarks.child;

import java.util.List;

/**
 * One walker along its way.
 *
 * @param name by which figures name it
 * @param cutouts in order
 */
record Walk(String name, List<Cutout> cutouts) {
    Walk {
        cutouts = List.copyOf(cutouts);
    }

    double seconds() {
        return cutouts.get(cutouts.size() - 1).seconds() - cutouts.get(0).seconds();
    }

    /**
     * Where somebody stands.
     *
     * @param x of the feet, in pixels
     * @param y the same
     * @param height of the body, in pixels
     */
    record Footing(double x, double y, double height) {}

    /** Who is seen after so long: there and back again, as often as it takes. */
    Cutout after(double seconds) {
        return nearest(thereAndBack(seconds));
    }

    /** Where they are, also between two cut-outs: nobody leaps. */
    Footing footing(double seconds) {
        double wanted = cutouts.get(0).seconds() + thereAndBack(seconds);
        int next = 1;
        while (next < cutouts.size() - 1 && cutouts.get(next).seconds() < wanted) {
            next++;
        }
        Cutout from = cutouts.get(next - 1);
        Cutout to = cutouts.get(next);
        double share = Math.max(0, Math.min(1, (wanted - from.seconds()) / (to.seconds() - from.seconds())));
        return new Footing(
                from.placeX() + share * (to.placeX() - from.placeX()),
                from.placeY() + share * (to.placeY() - from.placeY()),
                from.boxHeight() + share * (to.boxHeight() - from.boxHeight()));
    }

    private double thereAndBack(double seconds) {
        double length = Math.max(0.1, seconds());
        double turn = seconds % (2 * length);
        return turn <= length ? turn : 2 * length - turn;
    }

    private Cutout nearest(double since) {
        double wanted = cutouts.get(0).seconds() + since;
        Cutout best = cutouts.get(0);
        for (Cutout one : cutouts) {
            best = Math.abs(one.seconds() - wanted) < Math.abs(best.seconds() - wanted) ? one : best;
        }
        return best;
    }
}

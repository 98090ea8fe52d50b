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

    /** Where it is after so long: there and back again, as often as it takes. */
    Cutout after(double seconds) {
        double length = Math.max(0.1, seconds());
        double turn = seconds % (2 * length);
        return nearest(turn <= length ? turn : 2 * length - turn);
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

package io.kakou.app.demo;

import io.kakou.app.demo.cabin.Spot;
import java.util.List;

/** A way over the floor: marks with the second at which each is reached, gone with a soft start and stop. */
record Way(List<Mark> marks) {
    /** A place on the way; {@code spot.y} is 0. */
    record Mark(double seconds, Spot spot) {}

    static Mark mark(double seconds, double x, double z) {
        return new Mark(seconds, new Spot(x, 0, z));
    }

    boolean covers(double seconds) {
        return seconds >= marks.get(0).seconds()
                && seconds < marks.get(marks.size() - 1).seconds();
    }

    /** Before the first mark that, after the last one that. */
    Spot at(double seconds) {
        Mark from = marks.get(0);
        if (seconds <= from.seconds()) {
            return from.spot();
        }
        for (Mark to : marks) {
            if (seconds < to.seconds()) {
                return between(from, to, seconds);
            }
            from = to;
        }
        return from.spot();
    }

    private static Spot between(Mark from, Mark to, double seconds) {
        double share = (seconds - from.seconds()) / (to.seconds() - from.seconds());
        return from.spot().plus(to.spot().minus(from.spot()).times(share * share * (3 - 2 * share)));
    }
}

package io.kakou.events.search;

import io.kakou.events.Hop;
import java.time.Duration;
import java.util.List;

/**
 * How much slower than usual this child was between cameras that people have accepted, and how sure that is. All are natural
 * logarithms.
 *
 * @param slower 0: as usual
 * @param known of the variance of what people take for a way, so much is known of this child
 */
record OwnPace(double slower, double known) {
    /** Of the variance of a way's time so much is the person's own: who dawdles does so all along. */
    private static final double PERSONS = 0.15;
    /** A way is worth as much as the prior after so many. */
    private static final double PRIOR_WAYS = 1.5;
    /** Who stood still somewhere is not slow on the next way. */
    private static final double MOST = 0.7;

    /** Between neighbours alone: elsewhere it is not known which way it went. */
    static OwnPace of(List<Hop> hops, StreetGraph graph, Pace pace) {
        double sum = 0;
        int ways = 0;
        for (int i = 1; i < hops.size(); i++) {
            Hop from = hops.get(i - 1);
            Hop to = hops.get(i);
            Double metres = graph.neighbours(from.camera()).get(to.camera());
            if (metres != null) {
                double seconds =
                        Duration.between(from.lastSeen(), to.firstSeen()).toMillis() / 1000.0;
                double usual = pace.times().seconds(from.camera(), to.camera(), metres, pace.metresASecond());
                sum += Math.max(-MOST, Math.min(MOST, Math.log(Math.max(1, seconds) / Math.max(1, usual))));
                ways++;
            }
        }
        return new OwnPace(sum / (ways + PRIOR_WAYS), PERSONS * ways / (ways + PRIOR_WAYS));
    }

    double seconds(Way way) {
        return way.seconds() * Math.exp(slower);
    }

    double spread(Way way) {
        return Math.sqrt(Math.max(0, way.spread() * way.spread() - known));
    }
}

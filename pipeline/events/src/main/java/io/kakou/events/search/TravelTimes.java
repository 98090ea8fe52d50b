package io.kakou.events.search;

import io.kakou.events.TravelTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How long people take between neighbouring cameras: at first by the distance alone, then more and more by those who were
 * matched. Not for several threads at once.
 */
public final class TravelTimes {
    /** The distance is worth so many people who were matched. */
    private static final double PRIOR_PAIRS = 4;
    /** How far people differ in what they take for a way, as a logarithm: one in six takes 1.7 times as long. */
    private static final double PRIOR_SPREAD = 0.5;

    private static final double LEAST_SPREAD = 0.2;

    private final Map<String, TravelTime> known = new HashMap<>();

    public TravelTimes() {}

    public TravelTimes(Collection<TravelTime> known) {
        known.forEach(this::put);
    }

    /** Puts what is known of a pair of cameras in the place of what was. */
    public void put(TravelTime time) {
        known.put(time.key(), time);
    }

    /** Somebody was matched. */
    public TravelTime learn(String from, String to, double seconds) {
        TravelTime more = of(from, to).and(seconds);
        put(more);
        return more;
    }

    public TravelTime of(String from, String to) {
        TravelTime none = TravelTime.none(from, to);
        return known.getOrDefault(none.key(), none);
    }

    /** Seconds that are usual from one to its neighbour. */
    double seconds(String from, String to, double metres, double pace) {
        TravelTime time = of(from, to);
        double prior = Math.log(Math.max(1, metres / pace));
        return Math.exp((PRIOR_PAIRS * prior + time.pairs() * time.mean()) / (PRIOR_PAIRS + time.pairs()));
    }

    double spread(String from, String to) {
        TravelTime time = of(from, to);
        double squares = PRIOR_PAIRS * PRIOR_SPREAD * PRIOR_SPREAD + time.squares();
        return Math.max(LEAST_SPREAD, Math.sqrt(squares / (PRIOR_PAIRS + time.pairs())));
    }
}

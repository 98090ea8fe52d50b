package io.kakou.events;

/**
 * How long people took from one camera to the next, as far as they were matched; topic {@code registry}, key {@code
 * travel~<from>~<to>}. Natural logarithms of seconds, so that one who dawdled does not outweigh ten who walked.
 *
 * @param pairs that were matched, 0 and more
 * @param mean of the logarithms
 * @param squares sum of the squared differences from it
 */
public record TravelTime(String from, String to, double pairs, double mean, double squares) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "travel~";

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and are refused here.
    public TravelTime {
        Id.plain("camera that a travel time begins at", from);
        Id.plain("camera that a travel time ends at", to);
        Range.check("pairs from " + from + " to " + to, pairs, 0, 1e9);
        Range.check("mean from " + from + " to " + to, mean, -10, 20);
        Range.check("squares from " + from + " to " + to, squares, 0, 1e12);
    }

    /** Of cameras between which nobody was matched. */
    public static TravelTime none(String from, String to) {
        return new TravelTime(from, to, 0, 0, 0);
    }

    /** With one pair more (Welford's sums). */
    public TravelTime and(double seconds) {
        double value = Math.log(Math.max(1, seconds));
        double more = pairs + 1;
        double moved = mean + (value - mean) / more;
        return new TravelTime(from, to, more, moved, squares + (value - mean) * (value - moved));
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + from + '~' + to;
    }
}

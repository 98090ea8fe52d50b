package io.kakou.events;

/** The one check of a number against its bounds, for the records' constructors. */
public final class Range {
    private Range() {}

    /**
     * NaN is in no range.
     *
     * @throws IllegalArgumentException naming what, the value and what is allowed
     */
    public static void check(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(what + " is " + value + "; allowed: " + low + " to " + high);
        }
    }
}

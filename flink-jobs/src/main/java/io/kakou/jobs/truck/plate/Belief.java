package io.kakou.jobs.truck.plate;

import java.util.List;

/**
 * What a reading is worth.
 *
 * @param plate the likeliest, or empty where none was read
 * @param weight of the belief that it is this one, by reading alone, 0 to 1
 * @param others plates with papers that it may be instead, the likeliest first, {@value #MOST_OTHERS} at most
 */
public record Belief(String plate, double weight, List<Other> others) {
    static final int MOST_OTHERS = 8;

    public static final Belief NONE = new Belief("", 0, List.of());

    public Belief {
        others = List.copyOf(others);
    }
}

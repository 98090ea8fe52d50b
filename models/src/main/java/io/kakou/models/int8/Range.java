package io.kakou.models.int8;

/**
 * What a value between two nodes lies in, zero always among it.
 *
 * @param least not above 0
 * @param most not below 0, above {@code least}
 */
public record Range(float least, float most) {
    /** Steps of an unsigned byte. */
    static final int STEPS = 255;

    public Range {
        if (!(least <= 0 && most >= 0 && least < most)) {
            throw new IllegalArgumentException(
                    "range " + least + " to " + most + "; allowed: numbers with zero among them");
        }
    }

    /** A step's width. */
    float scale() {
        return (most - least) / STEPS;
    }

    /** The byte that stands for 0. */
    int zero() {
        return Math.round(-least / scale());
    }
}

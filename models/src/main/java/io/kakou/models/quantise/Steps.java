package io.kakou.models.quantise;

import io.kakou.models.quantise.Ranges.Range;

/**
 * How a value becomes a whole number from 0 to 255: {@code round(value / scale) + zero}, held to that range.
 *
 * @param scale value of one step, above 0
 * @param zero the number that stands for 0, 0 to 255
 */
record Steps(float scale, int zero) {
    private static final int MOST = 255;

    /** For a range, which is widened to hold 0: padding and ReLU give it exactly. */
    static Steps of(Range range) {
        float least = Math.min(0, range.least());
        float most = Math.max(0, range.most());
        float scale = Math.max(Float.MIN_NORMAL, (most - least) / MOST);
        return new Steps(scale, Math.max(0, Math.min(MOST, Math.round(-least / scale))));
    }

    /** What 255 stands for. */
    float most() {
        return (MOST - zero) * scale;
    }
}

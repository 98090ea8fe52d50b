package io.kakou.analysis.rule;

import io.kakou.events.Zone;
import io.kakou.models.Box;

/** How much of a box lies in a zone. */
public final class Inside {
    /** A box is sampled on a grid of this many points each way. */
    private static final int SAMPLES = 8;

    private Inside() {}

    /** 0 to 1, to within a sample's edge. */
    public static double share(Box box, Zone zone) {
        int inside = 0;
        for (int row = 0; row < SAMPLES; row++) {
            for (int column = 0; column < SAMPLES; column++) {
                double x = box.left() + box.width() * (column + 0.5) / SAMPLES;
                double y = box.top() + box.height() * (row + 0.5) / SAMPLES;
                inside += zone.contains(x, y) ? 1 : 0;
            }
        }
        return inside / (double) (SAMPLES * SAMPLES);
    }
}

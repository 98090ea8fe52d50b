package io.kakou.models.plate;

import io.kakou.models.ocr.Strip;
import java.util.ArrayList;
import java.util.List;

/** Which lines of text may be plates: by their shape, and two lines above each other as one plate of two rows. */
final class PlateLines {
    private static final double LEAST_SHAPE = 1.3;
    private static final double MOST_SHAPE = 9;
    private static final double LEAST_WIDTH = 10;

    private PlateLines() {}

    /** At most so many, in the order given; what two of them make together comes after. */
    static List<Strip> of(List<Strip> lines, int most) {
        List<Strip> plates = new ArrayList<>();
        List<Strip> tried = lines.subList(0, Math.min(most, lines.size()));
        tried.stream().filter(PlateLines::maySay).forEach(plates::add);
        for (Strip upper : tried) {
            for (Strip lower : tried) {
                if (areRows(upper, lower)) {
                    plates.add(around(upper, lower));
                }
            }
        }
        return plates;
    }

    private static boolean maySay(Strip strip) {
        double shape = strip.width() / strip.height();
        return shape >= LEAST_SHAPE && shape <= MOST_SHAPE && strip.width() >= LEAST_WIDTH;
    }

    /** The upper row of a plate of two is about half as high and as wide (GA 36-2018, figure 3), and centred. */
    private static boolean areRows(Strip upper, Strip lower) {
        double down = lower.y() - upper.y();
        double apart = Math.abs(lower.x() - upper.x());
        return down > 0.4 * lower.height()
                && down < 1.3 * lower.height()
                && apart < 0.25 * lower.width()
                && upper.width() < 0.95 * lower.width()
                && upper.width() > 0.25 * lower.width();
    }

    private static Strip around(Strip upper, Strip lower) {
        double top = Math.min(upper.y() - upper.height() / 2, lower.y() - lower.height() / 2);
        double bottom = lower.y() + lower.height() / 2;
        return Strip.of(lower.x() - lower.width() / 2, top, lower.x() + lower.width() / 2, bottom);
    }
}

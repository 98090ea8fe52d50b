package io.kakou.models.training;

import io.kakou.models.features.FeatureMap;

/** What a fit makes of a map, smoothed as {@link HeadWriter} has it smoothed: over the 3×3 cells that are there. */
final class Heat {
    private final int columns;
    private final int rows;
    private final float[] raw;

    private Heat(int columns, int rows, float[] raw) {
        this.columns = columns;
        this.rows = rows;
        this.raw = raw;
    }

    static Heat of(FeatureMap map, Logistic.Fit fit) {
        float[] raw = new float[map.columns() * map.rows()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = fit.at(map.cell(i % map.columns(), i / map.columns()));
        }
        return new Heat(map.columns(), map.rows(), raw);
    }

    double most() {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < raw.length; i++) {
            most = Math.max(most, smoothed(i % columns, i / columns));
        }
        return most;
    }

    private double smoothed(int column, int row) {
        double sum = 0;
        int cells = 0;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                sum += raw[y * columns + x];
                cells++;
            }
        }
        return sum / cells;
    }
}

package io.kakou.models.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Cells of maps with their truth, and the group that each comes from. */
final class Cells {
    private final List<Cell> cells;

    Cells(List<Cell> cells) {
        this.cells = List.copyOf(cells);
    }

    /** One cell: its features, and whether what is sought is in it. */
    static final class Cell {
        private final float[] features;
        private final boolean truth;
        private final String group;

        Cell(float[] features, boolean truth, String group) {
            this.features = features;
            this.truth = truth;
            this.group = group;
        }
    }

    Cells without(Predicate<String> group) {
        List<Cell> kept = new ArrayList<>();
        for (Cell cell : cells) {
            if (!group.test(cell.group)) {
                kept.add(cell);
            }
        }
        return new Cells(kept);
    }

    int size() {
        return cells.size();
    }

    int width() {
        return cells.get(0).features.length;
    }

    List<float[]> features() {
        return cells.stream().map(cell -> cell.features).toList();
    }

    boolean[] truths() {
        boolean[] truths = new boolean[cells.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = cells.get(i).truth;
        }
        return truths;
    }

    float[][] standardised(float[] mean, float[] deviation) {
        float[][] rows = new float[cells.size()][mean.length];
        for (int row = 0; row < rows.length; row++) {
            float[] features = cells.get(row).features;
            for (int i = 0; i < mean.length; i++) {
                rows[row][i] = (features[i] - mean[i]) / deviation[i];
            }
        }
        return rows;
    }
}

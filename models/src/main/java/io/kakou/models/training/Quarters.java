package io.kakou.models.training;

import io.kakou.models.features.FeatureMap;

/** A map's four quarters, each the mean of its cells, one behind the other: upper left, upper right, lower left, lower right. */
final class Quarters {
    private Quarters() {}

    static float[] of(FeatureMap map) {
        int channels = map.channels();
        int half = map.columns() / 2;
        float[] means = new float[4 * channels];
        for (int row = 0; row < 2 * half; row++) {
            for (int column = 0; column < 2 * half; column++) {
                float[] cell = map.cell(column, row);
                int at = (row / half * 2 + column / half) * channels;
                for (int i = 0; i < channels; i++) {
                    means[at + i] += cell[i] / (half * half);
                }
            }
        }
        return means;
    }
}

package io.kakou.models.features;

import java.nio.FloatBuffer;

/**
 * A map over a picture: a vector of features for each cell of a grid.
 *
 * @param columns of the grid; the middle of cell i lies at (i + ½) / columns of the picture's width
 * @param rows of the grid, likewise
 * @param channels length of the vectors
 * @param values row by row, cell by cell, channel by channel, from index 0
 */
public record FeatureMap(int columns, int rows, int channels, FloatBuffer values) {
    public FeatureMap {
        if (columns < 1 || rows < 1 || channels < 1 || values.capacity() != columns * rows * channels) {
            throw new IllegalArgumentException("map of " + columns + "x" + rows + "x" + channels + " in "
                    + values.capacity() + " numbers; allowed: as many as that makes");
        }
    }

    /** A square map, as square pictures give. */
    public static FeatureMap square(int channels, FloatBuffer values) {
        int side = (int) Math.round(Math.sqrt(values.capacity() / (double) channels));
        return new FeatureMap(side, side, channels, values);
    }

    /** One cell's vector, in memory of its own. */
    public float[] cell(int column, int row) {
        float[] vector = new float[channels];
        values.get((row * columns + column) * channels, vector);
        return vector;
    }
}

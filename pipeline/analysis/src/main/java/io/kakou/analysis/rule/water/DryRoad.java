package io.kakou.analysis.rule.water;

import io.kakou.models.WaterMap;
import java.util.Arrays;

/**
 * How a camera's road shows when it is dry, or merely wet: the running mean of its water maps, 2 bytes a cell. A value, in
 * whole numbers, so that the same looks leave the same memory on every machine.
 *
 * @param columns of the grid, as in {@link WaterMap}
 * @param rows likewise
 * @param levels two bytes a cell, higher first: the mean level in 256ths; as bytes without sign
 * @param looks that it has learned from, no more than {@link #SLOWEST} counted
 */
@SuppressWarnings("ArrayRecordComponent") // Copied in and out, and compared by content.
public record DryRoad(int columns, int rows, byte[] levels, int looks) {
    /** A look never counts for less than one in so many: a road repaved is learned within a day. */
    static final int SLOWEST = 256;
    /** More cells than any map has; two bytes each in Base64 stay below 44 KB. */
    static final int MOST_CELLS = 16_384;

    public static final DryRoad UNKNOWN = new DryRoad(0, 0, new byte[0], 0);

    public DryRoad {
        if (columns < 0 || rows < 0 || columns * rows > MOST_CELLS || levels.length != 2 * columns * rows) {
            throw new IllegalArgumentException("dry road of " + columns + "x" + rows + " in " + levels.length
                    + " bytes; allowed: two a cell, " + MOST_CELLS + " cells at most");
        }
        levels = levels.clone();
    }

    /** With one more look that showed no event; a map of another shape is a new memory. */
    DryRoad learned(WaterMap map) {
        boolean fits = columns == map.columns() && rows == map.rows();
        int before = fits ? looks : 0;
        byte[] next = new byte[2 * map.cells()];
        for (int i = 0; i < map.cells(); i++) {
            int mean = before == 0 ? 0 : fine(i);
            int moved = mean + ((map.at(i) << 8) - mean) / (before + 1);
            next[2 * i] = (byte) (moved >> 8);
            next[2 * i + 1] = (byte) moved;
        }
        return new DryRoad(map.columns(), map.rows(), next, Math.min(before + 1, SLOWEST - 1));
    }

    /** The cell's mean level, 0 to 255; 0 where nothing was learned of such a map. */
    int at(WaterMap map, int cell) {
        return looks > 0 && columns == map.columns() && rows == map.rows() ? fine(cell) >> 8 : 0;
    }

    @Override
    public byte[] levels() {
        return levels.clone();
    }

    private int fine(int cell) {
        return ((levels[2 * cell] & 0xff) << 8) | (levels[2 * cell + 1] & 0xff);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DryRoad that
                && columns == that.columns
                && rows == that.rows
                && looks == that.looks
                && Arrays.equals(levels, that.levels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * columns + looks) + Arrays.hashCode(levels);
    }

    @Override
    public String toString() {
        return "DryRoad[" + columns + "x" + rows + ", " + looks + " looks]";
    }
}

package io.kakou.models;

import java.util.Arrays;

/**
 * How surely each cell of a picture shows standing water. A value: nobody changes it, and two with the same levels are
 * equal. Levels are whole numbers, so that what is remembered of them is exactly what was seen.
 *
 * @param columns of the grid; the middle of cell i lies at (i + ½) / columns of the picture's width
 * @param rows likewise
 * @param levels row by row, 0 (surely none) to 255 (surely water); as bytes without sign
 * @param haze how surely fog or a blinded lens hides the road, 0 to 1
 * @param usualDry the mean level of dry and wet roads as whoever made the map knows them, 0 to 255
 */
@SuppressWarnings("ArrayRecordComponent") // Copied in and out, and compared by content.
public record WaterMap(int columns, int rows, byte[] levels, double haze, int usualDry) {
    /** The surest level. */
    public static final int MOST = 255;

    public WaterMap {
        if (columns < 1 || rows < 1 || levels.length != columns * rows) {
            throw new IllegalArgumentException("water map of " + columns + "x" + rows + " in " + levels.length
                    + " levels; allowed: one a cell, of 1x1 and more");
        }
        if (!(haze >= 0 && haze <= 1)) {
            throw new IllegalArgumentException("haze of a water map is " + haze + "; allowed: 0 to 1");
        }
        if (usualDry < 0 || usualDry > MOST) {
            throw new IllegalArgumentException(
                    "usual dry level of a water map is " + usualDry + "; allowed: 0 to " + MOST);
        }
        levels = levels.clone();
    }

    @Override
    public byte[] levels() {
        return levels.clone();
    }

    public int cells() {
        return levels.length;
    }

    /** The level of the cell at {@code index = row × columns + column}, 0 to 255. */
    public int at(int index) {
        return levels[index] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WaterMap that
                && columns == that.columns
                && rows == that.rows
                && usualDry == that.usualDry
                && Double.compare(haze, that.haze) == 0
                && Arrays.equals(levels, that.levels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * columns + rows) + usualDry) + Arrays.hashCode(levels);
    }

    @Override
    public String toString() {
        return "WaterMap[" + columns + "x" + rows + ", haze " + haze + "]";
    }
}

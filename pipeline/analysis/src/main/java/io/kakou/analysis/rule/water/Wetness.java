package io.kakou.analysis.rule.water;

import io.kakou.events.Corner;
import io.kakou.events.Zone;
import io.kakou.models.Box;
import io.kakou.models.WaterMap;
import java.util.List;

/**
 * How much water one look shows. Whether there is any is told by the picture's whole lower part, as it was learned: measured
 * over hand-drawn roads alone, the same head is wrong twice as often. The zone says where water must be to count.
 *
 * @param level mean of the lower part's cells, after what the dry memory forgives
 * @param share of the zone's cells that are under water for themselves, 0 to 1; 0 where no cell's middle lies in the zone
 * @param box around those; the whole picture where there are none
 */
public record Wetness(double level, double share, Box box) {
    /** Below the height at which street cameras have their horizon; also the road zone of a camera that has none. */
    static final Zone LOWER_PART = new Zone(
            Waterlogging.ROAD, List.of(new Corner(0, 0.4), new Corner(1, 0.4), new Corner(1, 1), new Corner(0, 1)));

    private static final Box WHOLE = new Box(0, 0, 1, 1);

    /** As a map, this zone and this memory say. */
    static Wetness of(WaterMap map, Zone zone, DryRoad dry, WaterloggingSettings settings) {
        Count count = new Count(map);
        boolean isKnown = dry.looks() >= settings.dryLooks();
        for (int cell = 0; cell < map.cells(); cell++) {
            double above = isKnown ? dry.at(map, cell) - map.usualDry() : 0;
            double level = map.at(cell) - settings.forgiven() * above;
            if (LOWER_PART.contains(count.x(cell), count.y(cell))) {
                count.add(level);
            }
            if (zone.contains(count.x(cell), count.y(cell))) {
                count.add(cell, level >= settings.leastLevel());
            }
        }
        return count.wetness();
    }

    private static final class Count {
        private final WaterMap map;
        private int lower;
        private double levels;
        private int zone;
        private int wet;
        private int left;
        private int top;
        private int right;
        private int bottom;

        private Count(WaterMap map) {
            this.map = map;
            this.left = map.columns();
            this.top = map.rows();
        }

        private double x(int cell) {
            return (cell % map.columns() + 0.5) / map.columns();
        }

        private double y(int cell) {
            int row = cell / map.columns();
            return (row + 0.5) / map.rows();
        }

        private void add(double level) {
            lower++;
            levels += level;
        }

        private void add(int cell, boolean isWet) {
            zone++;
            if (isWet) {
                int row = cell / map.columns();
                wet++;
                left = Math.min(left, cell % map.columns());
                right = Math.max(right, cell % map.columns() + 1);
                top = Math.min(top, row);
                bottom = Math.max(bottom, row + 1);
            }
        }

        private Wetness wetness() {
            double columns = map.columns();
            double rows = map.rows();
            Box box = wet == 0 ? WHOLE : new Box(left / columns, top / rows, right / columns, bottom / rows);
            return new Wetness(levels / Math.max(1, lower), wet / (double) Math.max(1, zone), box);
        }
    }
}

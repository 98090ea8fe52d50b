package io.kakou.analysis.rule;

import io.kakou.events.Zone;
import io.kakou.models.Box;
import io.kakou.models.WaterMap;

/**
 * How much water one look shows in a road zone.
 *
 * @param level mean of the zone's cells, after what the dry memory forgives; 0 where no cell's middle lies in the zone
 * @param share of the zone's cells that are under water for themselves, 0 to 1
 * @param box around those; the whole picture where there are none
 */
public record Wetness(double level, double share, Box box) {
    private static final Box WHOLE = new Box(0, 0, 1, 1);

    /** As a map, this zone and this memory say. */
    static Wetness of(WaterMap map, Zone zone, DryRoad dry, WaterloggingSettings settings) {
        Count count = new Count(map);
        boolean isKnown = dry.looks() >= settings.dryLooks();
        for (int cell = 0; cell < map.cells(); cell++) {
            if (zone.contains(count.x(cell), count.y(cell))) {
                double above = isKnown ? dry.at(map, cell) - map.usualDry() : 0;
                double level = map.at(cell) - settings.forgiven() * above;
                count.add(cell, level, level >= settings.leastLevel());
            }
        }
        return count.wetness();
    }

    private static final class Count {
        private final WaterMap map;
        private int zone;
        private double levels;
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

        private void add(int cell, double level, boolean isWet) {
            zone++;
            levels += level;
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
            if (zone == 0) {
                return new Wetness(0, 0, WHOLE);
            }
            double columns = map.columns();
            double rows = map.rows();
            Box box = wet == 0 ? WHOLE : new Box(left / columns, top / rows, right / columns, bottom / rows);
            return new Wetness(levels / zone, wet / (double) zone, box);
        }
    }
}

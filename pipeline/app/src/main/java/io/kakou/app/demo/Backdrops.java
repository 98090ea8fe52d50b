package io.kakou.app.demo;

import io.kakou.app.demo.cabin.Cabin;
import io.kakou.app.demo.cabin.Light;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The empty lift by door and storey. A picture with the door wide open or closed is drawn once; while the door moves
 * only the doorway is drawn anew, for the rest lies between those two.
 */
final class Backdrops {
    private record Setting(double open, int storey) {}

    /** Lines of sight through a pixel, each way. What moves is drawn for one frame only, and coarser. */
    private static final int STILL = 3;

    private static final int MOVING = 2;

    private final Rectangle doorway;
    private final Map<Setting, int[]> still = new HashMap<>();

    /** @param doorway what the door's leaves move in, pixels */
    Backdrops(Rectangle doorway) {
        this.doorway = doorway;
    }

    /** The caller's own copy. */
    BufferedImage of(double open, int storey) {
        var picture = new BufferedImage(Lens.WIDTH, Lens.HEIGHT, BufferedImage.TYPE_INT_RGB);
        int[] pixels = open > 0 && open < 1 ? moving(open, storey) : still(new Setting(open, storey));
        picture.getRaster().setDataElements(0, 0, Lens.WIDTH, Lens.HEIGHT, pixels);
        return picture;
    }

    private int[] moving(double open, int storey) {
        int[] closed = still(new Setting(0, storey));
        int[] opened = still(new Setting(1, storey));
        Cabin cabin = new Cabin(open, storey);
        int[] pixels = new int[closed.length];
        Arrays.parallelSetAll(
                pixels,
                i -> doorway.contains(i % Lens.WIDTH, i / Lens.WIDTH)
                        ? pixel(cabin, MOVING, i).rgb()
                        : Light.of(closed[i]).towards(Light.of(opened[i]), open).rgb());
        return pixels;
    }

    private int[] still(Setting setting) {
        return still.computeIfAbsent(setting, Backdrops::draw);
    }

    private static int[] draw(Setting setting) {
        Cabin cabin = new Cabin(setting.open(), setting.storey());
        int[] pixels = new int[Lens.WIDTH * Lens.HEIGHT];
        Arrays.parallelSetAll(pixels, i -> pixel(cabin, STILL, i).rgb());
        return pixels;
    }

    private static Light pixel(Cabin cabin, int samples, int index) {
        int column = index % Lens.WIDTH;
        int row = index / Lens.WIDTH;
        Light sum = Light.grey(0);
        for (int down = 0; down < samples; down++) {
            for (int across = 0; across < samples; across++) {
                double x = column + (across + 0.5) / samples;
                double y = row + (down + 0.5) / samples;
                sum = sum.plus(cabin.seen(Lens.eye(), Lens.ray(x, y)));
            }
        }
        return sum.times(vignette(column, row) / (samples * samples));
    }

    /** A cheap lens is darker at its edges. */
    private static double vignette(int column, int row) {
        double across = 2.0 * column / Lens.WIDTH - 1;
        double down = 2.0 * row / Lens.HEIGHT - 1;
        return 1 - 0.13 * (across * across + down * down) / 2 - 0.05 * (across * across * down * down);
    }
}

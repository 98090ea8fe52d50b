package io.kakou.analysis.gate;

/**
 * Light that changes in a part of the picture: a lamp's pool, a shadow's soft edge, glare. It changes all around a pixel by
 * the same share of what was there, where a thing has edges: what remains of a change beside its surroundings is the thing.
 */
final class LocalLight {
    /** Half the side of the surroundings, in pixels of 160×96. Wider, and the edge of a lamp's pool is a thing. */
    private static final int RADIUS = 5;

    /** Grey levels beyond which a pixel that became darker has no more say in the light around it: it may be somebody. */
    private static final int DARKER = 30;

    /** The same for what became brighter, which lamps do more than people. */
    private static final int BRIGHTER = 150;

    /** Grey levels that a lens lets in from elsewhere: black is never quite black. */
    private static final int VEIL = 8;

    /**
     * Mean grey levels from pixel to pixel below which surroundings are smooth: what changes there may as well be a smooth
     * thing before a smooth wall, and light is not told from it.
     */
    private static final float LEAST_TEXTURE = 1.2f;

    private static final int BITS = 16;
    private static final int[] SHARE = shares();

    private LocalLight() {}

    private static int[] shares() {
        int[] shares = new int[256];
        for (int before = 0; before < shares.length; before++) {
            shares[before] = (1 << BITS) / (before + VEIL);
        }
        return shares;
    }

    /** What makes a sum over so many rows and columns the mean share of one pixel: a division a pixel would cost more. */
    private static float[] means(int rows) {
        float[] means = new float[2 * RADIUS + 2];
        for (int across = 1; across < means.length; across++) {
            means[across] = 1f / (rows * across * (1 << BITS));
        }
        return means;
    }

    /**
     * Takes it out.
     *
     * @param change of each pixel in grey levels, row by row; written over by what remains
     * @param before the picture that has changed
     * @param limit what has changed by no more is nothing already, and is left as it is
     */
    static void takeOut(short[] change, GreyPicture before, int limit) {
        int width = before.width();
        int height = before.height();
        int[] shares = new int[change.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.max(-DARKER, Math.min(BRIGHTER, change[i])) * SHARE[before.at(i)];
        }
        int[] steps = steps(before);
        int[] columns = new int[width];
        int[] rough = new int[width];
        for (int y = 0; y < Math.min(RADIUS, height); y++) {
            add(columns, shares, y * width);
            add(rough, steps, y * width);
        }
        for (int y = 0; y < height; y++) {
            if (y + RADIUS < height) {
                add(columns, shares, (y + RADIUS) * width);
                add(rough, steps, (y + RADIUS) * width);
            }
            if (y > RADIUS) {
                subtract(columns, shares, (y - RADIUS - 1) * width);
                subtract(rough, steps, (y - RADIUS - 1) * width);
            }
            if (isBeyond(change, y * width, width, limit)) {
                int rows = Math.min(height, y + RADIUS + 1) - Math.max(0, y - RADIUS);
                new Row(change, before, y, limit).takeOut(columns, rough, rows);
            }
        }
    }

    /** Grey levels from each pixel to the one before it in its line. */
    private static int[] steps(GreyPicture picture) {
        int[] steps = new int[picture.pixels()];
        for (int i = 1; i < steps.length; i++) {
            steps[i] = Math.abs(picture.at(i) - picture.at(i - 1));
        }
        return steps;
    }

    private static boolean isBeyond(short[] change, int from, int width, int limit) {
        for (int i = from; i < from + width; i++) {
            if (Math.abs(change[i]) > limit) {
                return true;
            }
        }
        return false;
    }

    private static void add(int[] columns, int[] shares, int from) {
        for (int x = 0; x < columns.length; x++) {
            columns[x] += shares[from + x];
        }
    }

    private static void subtract(int[] columns, int[] shares, int from) {
        for (int x = 0; x < columns.length; x++) {
            columns[x] -= shares[from + x];
        }
    }

    /** One line of the picture. */
    private static final class Row {
        private final short[] change;
        private final GreyPicture before;
        private final int y;
        private final int limit;

        Row(short[] change, GreyPicture before, int y, int limit) {
            this.change = change;
            this.before = before;
            this.y = y;
            this.limit = limit;
        }

        void takeOut(int[] columns, int[] rough, int rows) {
            float[] means = means(rows);
            int width = columns.length;
            int sum = 0;
            int texture = 0;
            for (int x = 0; x < Math.min(RADIUS, width); x++) {
                sum += columns[x];
                texture += rough[x];
            }
            for (int x = 0; x < width; x++) {
                sum += x + RADIUS < width ? columns[x + RADIUS] : 0;
                sum -= x > RADIUS ? columns[x - RADIUS - 1] : 0;
                texture += x + RADIUS < width ? rough[x + RADIUS] : 0;
                texture -= x > RADIUS ? rough[x - RADIUS - 1] : 0;
                int i = y * width + x;
                int across = Math.min(width, x + RADIUS + 1) - Math.max(0, x - RADIUS);
                if (Math.abs(change[i]) > limit && texture > LEAST_TEXTURE * across * rows) {
                    change[i] = rest(change[i], (int) (sum * means[across] * (before.at(i) + VEIL)));
                }
            }
        }

        /** Beyond its surroundings, never against them: beside a lamp's pool nothing has become darker. */
        private static short rest(int change, int light) {
            int rest = change - light;
            return (short) (rest * change > 0 ? rest : 0);
        }
    }
}

package io.kakou.analysis.gate;

/**
 * Compares a picture with the one last looked at, by difference of brightness where light is taken out that changes over
 * the whole picture, or softly in a part of it.
 *
 * <p>The reference stays until a look replaces it ({@link GateState#lookedAt}): an object that has been looked at and
 * stays costs nothing more, and a change too slow to be seen from picture to picture adds up until it is seen.
 */
public final class Gate {
    /** Every so many-th pixel is enough to know the flicker by: 5,120 of 160×96, from all columns. */
    private static final int SAMPLED = 3;

    private final Settings settings;

    /**
     * When a difference counts.
     *
     * @param minimumShare of the area that must have changed; smaller sees smaller things and opens more often to leaves
     *     and rain. 0.0012 is 18 of 15,360 pixels, 270 of a 640×360 stream's: somebody 36 pixels tall
     * @param minimumContrast in grey levels of 255; less finds dark clothes on a dark road, and headlights' glow
     * @param noiseFactor how many times the learned flicker a pixel must differ by; 3 lets 0.3 % of pure noise through,
     *     which the neighbours' vote then stops
     * @param edgeTolerance by how many pixels of 160×96 edges of the scene may move, shaken by wind and traffic or coded
     *     anew; larger misses what comes before an edge
     * @param learning share of a new picture's flicker in the learned one, 0 to 1; larger follows dusk sooner and drops
     *     of rain too
     */
    public record Settings(
            double minimumShare, double minimumContrast, double noiseFactor, double edgeTolerance, double learning) {
        public static final Settings DEFAULT = new Settings(0.0012, 11, 4, 1.5, 0.05);

        public Settings {
            require(minimumShare > 0 && minimumShare <= 1, "minimumShare", minimumShare, "above 0, up to 1");
            require(minimumContrast >= 1 && minimumContrast <= 255, "minimumContrast", minimumContrast, "1 to 255");
            require(noiseFactor >= 1 && noiseFactor <= 20, "noiseFactor", noiseFactor, "1 to 20");
            require(edgeTolerance >= 0 && edgeTolerance <= 4, "edgeTolerance", edgeTolerance, "0 to 4");
            require(learning >= 0 && learning <= 1, "learning", learning, "0 to 1");
        }

        private static void require(boolean holds, String key, double value, String allowed) {
            if (!holds) {
                throw new IllegalArgumentException("gate " + key + " " + value + "; allowed: " + allowed);
            }
        }
    }

    public Gate(Settings settings) {
        this.settings = settings;
    }

    /** How {@code picture} differs from the state's reference; a picture of another size has changed wholly. */
    public Change compare(GateState state, GreyPicture picture) {
        GreyPicture reference = state.reference();
        if (reference == null || reference.width() != picture.width() || reference.height() != picture.height()) {
            return new Change(1, true, state.noise());
        }
        short[] change = new short[picture.pixels()];
        double noise = spread(change(change, reference, picture), (change.length + SAMPLED - 1) / SAMPLED);
        int limit = (int) Math.max(settings.minimumContrast, settings.noiseFactor * state.noise());
        double share = share(change, reference, picture, limit);
        return new Change(share, share >= settings.minimumShare, noise);
    }

    /** Fills in how each pixel differs from what the light makes of it; returns how often each difference is met. */
    private static int[] change(short[] change, GreyPicture reference, GreyPicture picture) {
        int[] expected = Light.between(reference, picture).expected();
        for (int i = 0; i < change.length; i++) {
            change[i] = (short) (picture.at(i) - expected[reference.at(i)]);
        }
        int[] differences = new int[256];
        for (int i = 0; i < change.length; i += SAMPLED) {
            differences[Math.abs(change[i])]++;
        }
        return differences;
    }

    /** Of the area, what differs together with its neighbours and beside its surroundings. */
    private double share(short[] change, GreyPicture reference, GreyPicture picture, int limit) {
        double least = settings.minimumShare * change.length;
        // Most pictures end here, and need not know about lamps.
        if (beyond(change, limit) < least) {
            return 0;
        }
        LocalLight.takeOut(change, reference, limit);
        int width = reference.width();
        boolean[] differs = new boolean[change.length];
        int count = 0;
        for (int i = width; i < change.length - width; i++) {
            int difference = Math.abs(change[i]);
            if (difference > limit && difference > limit + tolerance(reference, picture, i)) {
                differs[i] = true;
                count++;
            }
        }
        return count < least ? 0 : supported(differs, width) / (double) change.length;
    }

    private static int beyond(short[] change, int limit) {
        int count = 0;
        for (short one : change) {
            count += Math.abs(one) > limit ? 1 : 0;
        }
        return count;
    }

    /** Where both pictures have an edge it may have moved; where one has none, something came or went. */
    private double tolerance(GreyPicture reference, GreyPicture picture, int i) {
        return settings.edgeTolerance * Math.min(edge(reference, i), edge(picture, i));
    }

    /** Grey levels that a pixel would change by if the camera moved by one. */
    private static int edge(GreyPicture picture, int i) {
        int width = picture.width();
        int across = Math.abs(picture.at(i + 1) - picture.at(i - 1));
        int down = Math.abs(picture.at(i + width) - picture.at(i - width));
        return Math.max(across, down) / 2;
    }

    /** The state with what a comparison taught about the camera's flicker; the reference stays. */
    public GateState learn(GateState state, Change change) {
        double learned = state.noise() + settings.learning * (change.noise() - state.noise());
        return new GateState(state.reference(), learned, state.clarity());
    }

    /** Pixels that differ together with most of their neighbours: noise is lonely. */
    private static int supported(boolean[] differs, int width) {
        int count = 0;
        for (int i = width + 1; i < differs.length - width - 1; i++) {
            if (differs[i] && row(differs, i - width) + row(differs, i) + row(differs, i + width) >= 5) {
                count++;
            }
        }
        return count;
    }

    private static int row(boolean[] differs, int i) {
        return (differs[i - 1] ? 1 : 0) + (differs[i] ? 1 : 0) + (differs[i + 1] ? 1 : 0);
    }

    /**
     * Standard deviation of the flicker, from the median: up to half the picture may have changed without touching it.
     * Within a class of one grey level the differences are taken as evenly spread.
     */
    private static double spread(int[] differences, int pixels) {
        int below = 0;
        int level = 0;
        while (below + differences[level] < pixels / 2.0) {
            below += differences[level++];
        }
        double median = level + (pixels / 2.0 - below) / differences[level];
        return 1.4826 * median;
    }
}

package io.kakou.models.plate;

/**
 * How sure a reading is: the chance that every sign of it is right. The recogniser's own shares are not that; logistic
 * regression over 622 readings of 16 real plates, scaled down to widths from 24 to 120 pixels, makes it of them. With each
 * plate left out in turn its Brier score was 0.137, that of the shares themselves 0.174.
 */
final class PlateConfidence {
    private static final double BASE = -6.15;
    private static final double OF_SHARE = 0.16;
    /** By far the most: how much of what the line may say is this plate. */
    private static final double OF_PART = 3.46;

    private static final double OF_WIDTH = 1.98;
    /** Wider plates were not measured apart. */
    private static final double MOST_WIDTH = 120;

    private static final double LEAST = 1e-12;

    private PlateConfidence() {}

    /**
     * The chance, 0 to 1.
     *
     * @param share of the plate told, 0 to 1
     * @param all the shares of all plates that the line may say, added up
     */
    static double of(double share, double all, double widthPixels) {
        double part = share / Math.max(LEAST, all);
        double sum = BASE
                + OF_SHARE * Math.log(Math.max(LEAST, share))
                + OF_PART * Math.log(Math.max(LEAST, part))
                + OF_WIDTH * Math.log(Math.max(1, Math.min(MOST_WIDTH, widthPixels)));
        return 1 / (1 + Math.exp(-sum));
    }
}

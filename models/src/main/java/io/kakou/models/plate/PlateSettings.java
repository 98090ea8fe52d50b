package io.kakou.models.plate;

/**
 * When a plate is told; below either it is unknown.
 *
 * @param leastConfidence 0 to 1; lower: more plates told, more of them wrong. Of 622 readings of real plates scaled down,
 *     0.7 told 209, 176 of them rightly, each plate judged by figures of the others
 * @param leastWidthPixels of the plate in the picture. At 50 pixels 17 of 19 told were right, at 45 it was 4 of 10
 */
public record PlateSettings(double leastConfidence, double leastWidthPixels) {
    public static final PlateSettings DEFAULT = new PlateSettings(0.7, 48);

    public PlateSettings {
        check("leastConfidence", leastConfidence, 1);
        check("leastWidthPixels", leastWidthPixels, 10_000);
    }

    /** Whether the reading is sure enough to be told. */
    public boolean tells(PlateReading reading) {
        return reading.confidence() >= leastConfidence && reading.widthPixels() >= leastWidthPixels;
    }

    private static void check(String key, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException("plate." + key + " is " + value + "; allowed: 0 to " + most);
        }
    }
}

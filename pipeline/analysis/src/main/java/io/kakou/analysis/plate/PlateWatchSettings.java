package io.kakou.analysis.plate;

import io.kakou.models.plate.PlateSettings;

/**
 * Which vehicles are read, and how long.
 *
 * @param told when a plate is told
 * @param leastVehiclePixels narrower vehicles are not read. A plate takes 18 % of a truck's front and 25 % of a car's: at 150
 *     pixels it is 27 to 37, too few to be told. Smaller: more work that comes to nothing
 * @param vehiclesALook the widest are read; more: more work in a crowd
 * @param mostReadings a vehicle is read so often at most: what stands at a gate is not read for ever
 * @param lowerShare of a vehicle's height, from below, is searched, 0 to 1; more: also numbers painted on tailgates, more work
 * @param settledConfidence from here on a plate that several looks agree on is read no more, 0 to 1
 */
public record PlateWatchSettings(
        PlateSettings told,
        int leastVehiclePixels,
        int vehiclesALook,
        int mostReadings,
        double lowerShare,
        double settledConfidence) {
    public static final PlateWatchSettings DEFAULT =
            new PlateWatchSettings(PlateSettings.DEFAULT, 150, 2, 30, 0.6, 0.93);

    public PlateWatchSettings {
        check("leastVehiclePixels", leastVehiclePixels, 10_000);
        check("vehiclesALook", vehiclesALook, 100);
        check("mostReadings", mostReadings, 10_000);
        check("lowerShare", lowerShare, 1);
        check("settledConfidence", settledConfidence, 1);
    }

    private static void check(String key, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException("plates." + key + " is " + value + "; allowed: 0 to " + most);
        }
    }
}

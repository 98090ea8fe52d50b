package io.kakou.console.cameras.file;

import io.kakou.console.coordinates.CoordinateSystem;
import io.kakou.events.Point;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Longitude and latitude as they stand in a line. */
record PlaceCells(String longitude, String latitude) {
    private static final Pattern DEGREES = Pattern.compile("[+-]?[0-9]{1,3}(\\.[0-9]{1,20})?");

    /** Null where there is none, or where it was refused. */
    @Nullable
    Point read(CoordinateSystem system, BiConsumer<Fault, String> found) {
        if (longitude.isEmpty() && latitude.isEmpty()) {
            return null;
        }
        Fault fault = fault();
        if (fault != null) {
            found.accept(fault, words());
            return null;
        }
        Point given = new Point(Double.parseDouble(longitude), Double.parseDouble(latitude));
        if (!system.holdsAt(given)) {
            found.accept(Fault.PLACE_ABROAD, words());
            return null;
        }
        return system.toWgs84(given);
    }

    private @Nullable Fault fault() {
        if (longitude.isEmpty() || latitude.isEmpty()) {
            return Fault.PLACE_HALF;
        }
        if (!DEGREES.matcher(longitude).matches() || !DEGREES.matcher(latitude).matches()) {
            return Fault.PLACE_WRONG;
        }
        double east = Double.parseDouble(longitude);
        double north = Double.parseDouble(latitude);
        if (chinaAt(north, east)) {
            return Fault.PLACE_SWAPPED;
        }
        boolean nowhere = east == 0 && north == 0;
        return nowhere || Math.abs(east) > 180 || Math.abs(north) > 90 ? Fault.PLACE_WRONG : null;
    }

    /** The other way round it would be in the Arctic or in no place at all. */
    private static boolean chinaAt(double x, double y) {
        return x > 73 && x < 136 && y > 3 && y < 54;
    }

    private String words() {
        return longitude + "," + latitude;
    }
}

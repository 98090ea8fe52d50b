package io.kakou.console.coordinates;

import io.kakou.events.Point;
import java.util.Locale;
import java.util.Optional;

/** What a pair of degrees was measured in. */
public enum CoordinateSystem {
    /** GPS receivers, EPSG:4326. */
    WGS84,
    /** Maps published in China, Amap and Tencent among them: WGS-84 moved by a formula that the state keeps. */
    GCJ02,
    /** Baidu's maps: GCJ-02, turned and moved once more. */
    BD09;

    /** A hundredth of a metre; finer is noise. */
    private static final double STEP_DEGREES = 1e-7;

    /** By its name in any case, with or without a hyphen: {@code wgs84}, {@code GCJ-02}. */
    public static Optional<CoordinateSystem> of(String name) {
        String plain = name.strip().replace("-", "").toUpperCase(Locale.ROOT);
        for (CoordinateSystem each : values()) {
            if (each.name().equals(plain)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether the system says anything about the place: the obfuscated ones do so in China alone. */
    public boolean holdsAt(Point place) {
        return switch (this) {
            case WGS84 -> true;
            case GCJ02, BD09 -> ChinaOffset.covers(place);
        };
    }

    /** The place on the ground, to less than 0.1 m of the published forward formulas. */
    public Point toWgs84(Point given) {
        return switch (this) {
            case WGS84 -> given;
            case GCJ02 -> rounded(ChinaOffset.inverse(ChinaOffset::gcjOfWgs, given));
            case BD09 ->
                rounded(ChinaOffset.inverse(ChinaOffset::gcjOfWgs, ChinaOffset.inverse(ChinaOffset::bdOfGcj, given)));
        };
    }

    /** A place on the ground as this system says it; where it says nothing, as it is. */
    public Point ofWgs84(Point place) {
        if (!holdsAt(place)) {
            return place;
        }
        return switch (this) {
            case WGS84 -> place;
            case GCJ02 -> rounded(ChinaOffset.gcjOfWgs(place));
            case BD09 -> rounded(ChinaOffset.bdOfGcj(ChinaOffset.gcjOfWgs(place)));
        };
    }

    private static Point rounded(Point place) {
        return new Point(rounded(place.longitude()), rounded(place.latitude()));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees / STEP_DEGREES) / (1 / STEP_DEGREES);
    }
}

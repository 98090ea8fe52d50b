package io.kakou.analysis.walk;

/** Looks of each bearing, fading, so that the newest count most. */
public record Bearings(double onFoot, double riding, double carried, double pushed) {
    static final Bearings NONE = new Bearings(0, 0, 0, 0);
    /** Half of what counts are the newest five. */
    private static final double FADING = 0.87;

    Bearings and(Bearing seen) {
        return new Bearings(
                next(onFoot, seen == Bearing.ON_FOOT),
                next(riding, seen == Bearing.RIDING),
                next(carried, seen == Bearing.CARRIED),
                next(pushed, seen == Bearing.PUSHED));
    }

    /** In most looks; on foot where it is even. */
    public Bearing most() {
        double most = Math.max(Math.max(onFoot, riding), Math.max(carried, pushed));
        if (most == onFoot) {
            return Bearing.ON_FOOT;
        }
        if (most == riding) {
            return Bearing.RIDING;
        }
        return most == carried ? Bearing.CARRIED : Bearing.PUSHED;
    }

    private static double next(double before, boolean seen) {
        return Math.rint((before * FADING + (seen ? 1 : 0)) * 1e3) / 1e3;
    }
}

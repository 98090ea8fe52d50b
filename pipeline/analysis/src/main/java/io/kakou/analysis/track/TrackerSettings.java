package io.kakou.analysis.track;

/**
 * How detections become tracks. Times are seconds, so that one setting holds at 25 and at 1 looks a second.
 *
 * @param beginScore a detection begins a track from here, 0 to 1; higher: fewer false tracks, later first sight
 * @param sureScore from here a detection is matched first, 0 to 1; below it only continues a track that nothing surer
 *     claimed (ByteTrack, Zhang et al., ECCV 2022)
 * @param leastScore below this a detection is not looked at, 0 to 1
 * @param leastIou what a sure detection and a track must share, 0 to 1; lower: follows faster things, swaps more
 * @param leastUnsureIou the same for the others, higher because they are doubtful
 * @param lostSeconds a track unseen for so long is forgotten; longer: bridges occlusions, revives wrongly
 * @param reachHeightsPerSecond boxes grow on each side by this many heights for each second between looks before they
 *     are compared, so that slow looks still match (buffered IoU, Yang et al., WACV 2023); more: faster things, more
 *     swaps
 */
public record TrackerSettings(
        double beginScore,
        double sureScore,
        double leastScore,
        double leastIou,
        double leastUnsureIou,
        double lostSeconds,
        double reachHeightsPerSecond) {
    public static final TrackerSettings DEFAULT = new TrackerSettings(0.35, 0.35, 0.15, 0.2, 0.4, 3, 0.3);

    public TrackerSettings {
        unit("beginScore", beginScore);
        unit("sureScore", sureScore);
        unit("leastScore", leastScore);
        unit("leastIou", leastIou);
        unit("leastUnsureIou", leastUnsureIou);
        atLeastZero("lostSeconds", lostSeconds);
        atLeastZero("reachHeightsPerSecond", reachHeightsPerSecond);
        if (leastScore > sureScore || sureScore > beginScore) {
            throw new IllegalArgumentException("tracker scores " + leastScore + ", " + sureScore + ", " + beginScore
                    + "; allowed: leastScore ≤ sureScore ≤ beginScore");
        }
    }

    private static void unit(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("tracker." + key + " is " + value + "; allowed: 0 to 1");
        }
    }

    private static void atLeastZero(String key, double value) {
        if (!(value >= 0 && value <= 3600)) {
            throw new IllegalArgumentException("tracker." + key + " is " + value + "; allowed: 0 to 3600");
        }
    }
}

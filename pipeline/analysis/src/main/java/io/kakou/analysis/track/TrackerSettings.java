package io.kakou.analysis.track;

import java.util.Objects;

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
 * @param reachHeightsPerSecond boxes grow on each side by this many heights for each of the seconds that {@code reach}
 *     names, one at most, before they are compared, so that slow looks still match (buffered IoU, Yang et al., WACV
 *     2023); more: faster things, more swaps
 * @param reach which seconds these are
 * @param leastApart a box begins a track only where it shares no more than the rest, 1 − this, with one of the same kind
 *     that this look has seen, 0 to 1; higher: fewer things followed twice, later sight of who stands before another
 */
public record TrackerSettings(
        double beginScore,
        double sureScore,
        double leastScore,
        double leastIou,
        double leastUnsureIou,
        double lostSeconds,
        double reachHeightsPerSecond,
        Reach reach,
        double leastApart) {
    public static final TrackerSettings DEFAULT =
            new TrackerSettings(0.35, 0.35, 0.15, 0.15, 0.6, 3, 0.5, Reach.BETWEEN_LOOKS, 0.55);

    /** For which time a box grows. */
    public enum Reach {
        /** Since the track was seen, for doubtful detections too; what releases did that kept no such setting. */
        SINCE_SEEN,
        /** Since the look before, and for sure detections alone: at many looks a second hardly. */
        BETWEEN_LOOKS
    }

    public TrackerSettings {
        reach = Objects.requireNonNullElse(reach, Reach.SINCE_SEEN);
        unit("leastApart", leastApart);
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

package io.kakou.benchmarks.endure;

import io.kakou.analysis.record.index.Cause;
import io.kakou.benchmarks.record.Kept;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was recorded and lost of cameras with one fault; seconds, of all of them together.
 *
 * @param shownSeconds that their films lasted
 * @param destroyedSeconds of these, that the fault destroyed: pictures that did not leave whole, those of their group
 *     behind them, and all from a break until the first keyframe
 * @param storedSeconds as the index says, with what is missing within minutes
 * @param lostHereSeconds in gaps for which the cameras are not to blame
 * @param gapSeconds in gaps, by cause
 * @param missingSeconds within stored minutes, as the index says of them
 * @param unsaidSeconds that the index says nothing of
 * @param pictures of some cameras, counted one by one
 */
public record GroupFigures(
        int cameras,
        double shownSeconds,
        double destroyedSeconds,
        double storedSeconds,
        double lostHereSeconds,
        Map<String, Double> gapSeconds,
        double missingSeconds,
        double unsaidSeconds,
        Counted pictures) {
    static final GroupFigures NONE = new GroupFigures(0, 0, 0, 0, 0, Map.of(), 0, 0, Counted.NONE);

    /** One camera. */
    static GroupFigures of(double shown, double destroyed, Kept kept, Counted counted) {
        Map<String, Double> gaps = new TreeMap<>();
        for (Map.Entry<Cause, Double> gap : kept.gaps().entrySet()) {
            gaps.put(gap.getKey().name(), gap.getValue());
        }
        return new GroupFigures(
                1, shown, destroyed, kept.stored(), kept.lostHere(), gaps, kept.missing(), kept.unsaid(), counted);
    }

    GroupFigures plus(GroupFigures other) {
        Map<String, Double> gaps = new TreeMap<>(gapSeconds);
        other.gapSeconds.forEach((cause, seconds) -> gaps.merge(cause, seconds, Double::sum));
        return new GroupFigures(
                cameras + other.cameras,
                shownSeconds + other.shownSeconds,
                destroyedSeconds + other.destroyedSeconds,
                storedSeconds + other.storedSeconds,
                lostHereSeconds + other.lostHereSeconds,
                gaps,
                missingSeconds + other.missingSeconds,
                unsaidSeconds + other.unsaidSeconds,
                pictures.plus(other.pictures));
    }

    GroupFigures rounded() {
        Map<String, Double> gaps = new TreeMap<>();
        gapSeconds.forEach((cause, seconds) -> gaps.put(cause, rounded(seconds)));
        return new GroupFigures(
                cameras,
                rounded(shownSeconds),
                rounded(destroyedSeconds),
                rounded(storedSeconds),
                rounded(lostHereSeconds),
                gaps,
                rounded(missingSeconds),
                rounded(unsaidSeconds),
                pictures);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}

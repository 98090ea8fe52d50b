package io.kakou.benchmarks.replay;

import io.kakou.analysis.evidence.Replayed;
import io.kakou.analysis.replay.LookAgain;
import io.kakou.analysis.replay.Matching;
import io.kakou.analysis.replay.Outcome;
import io.kakou.events.Alert;
import org.jspecify.annotations.Nullable;

/** What replays of one source of films came to. Safe for many threads. */
public final class Found {
    private int alerts;
    private int same;
    private int alike;
    private int differ;
    private int looks;
    private long bytes;
    private double millis;
    private int floats;
    private int agree;
    private int fresh;
    private int compared;
    private int decide;
    private Matching boxes = Matching.NOTHING;
    private double mostAlertScore;
    private double sumAlertScore;

    /**
     * Replays by what judged.
     *
     * @param same to the last bit
     * @param alike in every decision, with other scores
     * @param looks judged again
     * @param bundleBytes mean
     * @param millis mean time of one replay
     */
    public record Again(int alerts, int same, int alike, int differ, int looks, double bundleBytes, double millis) {}

    /**
     * The stock detector in eight bits beside the same in floats, each over the same bundles.
     *
     * @param alerts that floats raise again
     * @param agree of those, raised by eight bits at the same look
     * @param fresh raised by eight bits alone
     * @param looks that both judged, {@code decide} of them the same
     * @param matched boxes found by both; {@code gone} by floats alone, {@code added} by eight bits alone
     * @param mostScore difference of a matched box
     * @param meanScore likewise
     * @param mostAlertScore difference of an alert's score
     * @param meanAlertScore likewise
     */
    public record Int8(
            int alerts,
            int agree,
            int fresh,
            int looks,
            int decide,
            int matched,
            int gone,
            int added,
            double mostScore,
            double meanScore,
            double mostAlertScore,
            double meanAlertScore) {}

    /** So far. */
    public synchronized int alerts() {
        return alerts;
    }

    synchronized void add(Replayed again, int bundleBytes, double took) {
        alerts++;
        looks += again.looks().size();
        bytes += bundleBytes;
        millis += took;
        switch (again.verdict()) {
            case SAME -> same++;
            case ALIKE -> alike++;
            case DIFFERS -> differ++;
        }
    }

    synchronized void compare(Replayed byFloats, Replayed byInt8) {
        Alert one = byFloats.again();
        Alert other = byInt8.again();
        if (one != null) {
            floats++;
            agree += isSame(one, other) ? 1 : 0;
        } else {
            fresh += other == null ? 0 : 1;
        }
        if (one != null && other != null) {
            double difference = Math.abs(one.score() - other.score());
            mostAlertScore = Math.max(mostAlertScore, difference);
            sumAlertScore += difference;
        }
        for (int i = 0; i < byFloats.looks().size(); i++) {
            look(byFloats.looks().get(i), byInt8.looks().get(i));
        }
    }

    private void look(LookAgain byFloats, LookAgain byInt8) {
        Outcome one = byFloats.now();
        Outcome other = byInt8.now();
        compared++;
        decide += one.decidesAs(other) ? 1 : 0;
        boxes = boxes.and(Matching.of(one.detections(), other.detections()));
    }

    private static boolean isSame(Alert one, @Nullable Alert other) {
        return other != null && one.id().equals(other.id()) && one.at().equals(other.at());
    }

    /** Replays by what judged. */
    public synchronized Again again() {
        double each = Math.max(1, alerts);
        return new Again(alerts, same, alike, differ, looks, bytes / each, millis / each);
    }

    /** Eight bits beside floats. */
    public synchronized Int8 int8() {
        return new Int8(
                floats,
                agree,
                fresh,
                compared,
                decide,
                boxes.matched(),
                boxes.gone(),
                boxes.fresh(),
                boxes.mostScore(),
                boxes.meanScore(),
                mostAlertScore,
                sumAlertScore / Math.max(1, floats));
    }
}

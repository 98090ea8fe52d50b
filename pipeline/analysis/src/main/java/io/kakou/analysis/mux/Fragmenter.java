package io.kakou.analysis.mux;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one stream into fragments. Coded streams say when a picture is shown; a file must also say when it is decoded.
 * Pictures come in runs: one that is shown later than all before it, and those that are decoded after it but shown
 * before it (B pictures). A run's decoding times are its showing times in order, and how long its last picture lasts is
 * known when the run after it has begun to show; so a picture waits here for two runs: two pictures where there are no B
 * pictures. One thread owns it.
 */
public final class Fragmenter {
    /** What the very last picture of a stream lasts, where nothing says it. */
    private static final long USUAL_TICKS = InitSegment.TIMESCALE / 25;
    /** A gap is for the player to see as one; a picture that stands for longer is nobody's. */
    private static final long LONGEST_TICKS = 60L * InitSegment.TIMESCALE;

    /** Pictures a decoder may hold back (H.264 A.3.1, MaxDpbFrames). */
    private static final int LONGEST_RUN = 16;

    private final double origin;
    private final double fragmentSeconds;
    private final List<Sample> run = new ArrayList<>();
    private final List<Fragment.Placed> whole = new ArrayList<>();
    private final List<Fragment.Placed> ready = new ArrayList<>();
    private double newest = Double.NEGATIVE_INFINITY;
    private long decodedUntil;
    private int number;

    /**
     * A fragmenter for a stream that begins with a keyframe.
     *
     * @param origin the place on the samples' timeline that becomes 0
     * @param fragmentSeconds shortest fragment; a new one begins at keyframes besides
     */
    public Fragmenter(double origin, double fragmentSeconds) {
        this.origin = origin;
        this.fragmentSeconds = fragmentSeconds;
    }

    /** Takes the next picture in the order of decoding; the fragment that is whole by now, or null. */
    public @Nullable Fragment add(Sample sample) {
        // Nothing behind an IDR picture is shown before it.
        if (sample.seconds() > newest || sample.keyframe() || run.size() == LONGEST_RUN) {
            closeRun();
            newest = sample.seconds();
        }
        run.add(sample);
        return isDue() ? cut() : null;
    }

    /** All that still waits, or null where nothing does; for the end of a stream. */
    public @Nullable Fragment flush() {
        closeRun();
        release(whole.isEmpty() ? 0 : last(whole).decoded() + usual());
        return ready.isEmpty() ? null : cut();
    }

    /**
     * The same where the stream goes on.
     *
     * @param next when the next picture is shown: the last one lasts until then
     */
    public @Nullable Fragment flush(double next) {
        closeRun();
        release(ticks(next));
        return ready.isEmpty() ? null : cut();
    }

    private boolean isDue() {
        if (ready.isEmpty()) {
            return false;
        }
        boolean keyframeNext = !whole.isEmpty() && whole.get(0).keyframe();
        double seconds = (end() - ready.get(0).decoded()) / (double) InitSegment.TIMESCALE;
        return keyframeNext || seconds >= fragmentSeconds;
    }

    private Fragment cut() {
        Fragment fragment = Fragment.of(++number, ready);
        ready.clear();
        return fragment;
    }

    private long end() {
        return last(ready).decoded() + last(ready).duration();
    }

    /** The run is whole: its pictures get their places, and the last of the run before learns how long it lasts. */
    private void closeRun() {
        if (run.isEmpty()) {
            return;
        }
        long[] shown = run.stream()
                .mapToLong(sample -> ticks(sample.seconds()))
                .sorted()
                .toArray();
        // A stream whose times jump back is played on without a step: times of decoding only grow.
        shown[0] = Math.max(shown[0], decodedUntil);
        release(shown[0]);
        for (int i = 0; i < shown.length; i++) {
            long decoded = Math.max(shown[i], decodedUntil);
            Sample sample = run.get(i);
            whole.add(new Fragment.Placed(sample.keyframe(), decoded, ticks(sample.seconds()), 0, sample.stored()));
            decodedUntil = decoded + 1;
        }
        run.clear();
    }

    /** What waits lasts until the next picture is decoded. */
    private void release(long next) {
        for (int i = 0; i < whole.size(); i++) {
            Fragment.Placed each = whole.get(i);
            long until = i + 1 < whole.size() ? whole.get(i + 1).decoded() : next;
            long duration = Math.min(LONGEST_TICKS, Math.max(1, until - each.decoded()));
            ready.add(new Fragment.Placed(each.keyframe(), each.decoded(), each.shown(), duration, each.bytes()));
        }
        whole.clear();
    }

    private long usual() {
        return whole.size() > 1
                ? last(whole).decoded() - whole.get(whole.size() - 2).decoded()
                : ready.isEmpty() ? USUAL_TICKS : last(ready).duration();
    }

    private long ticks(double seconds) {
        return Math.round((seconds - origin) * InitSegment.TIMESCALE);
    }

    private static Fragment.Placed last(List<Fragment.Placed> list) {
        return list.get(list.size() - 1);
    }
}

package io.kakou.analysis.clip;

import io.kakou.analysis.clip.ClipRecorder.Reach;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The newest coded pictures of one camera, whole GOPs only: it begins with a keyframe or is empty. Its owner guards it.
 *
 * <p>Of most cameras of a street only the newest keyframe is kept: what stays in memory for seconds is what a collector of
 * garbage copies, and of a street's 100 MB/s that would take a quarter of a core.
 */
final class GopRing {
    private final double seconds;
    private final long mostBytes;
    private final Deque<List<TimedUnit>> gops = new ArrayDeque<>();
    private Reach reach = Reach.PREROLL;
    /** Whether what comes now leads on from the newest that is kept. */
    private boolean whole;

    private long bytes;

    GopRing(double seconds, long mostBytes) {
        this.seconds = seconds;
        this.mostBytes = mostBytes;
    }

    /** From the next picture on. */
    void reach(Reach other) {
        reach = other;
    }

    Reach reach() {
        return reach;
    }

    void add(TimedUnit unit) {
        if (unit.unit().keyframe()) {
            begin();
        } else if (reach == Reach.KEYFRAME) {
            whole = false;
        }
        if (!whole) {
            return;
        }
        gops.getLast().add(unit);
        bytes += unit.unit().bytes().length;
        while ((bytes > mostBytes && !gops.isEmpty()) || (gops.size() > 1 && isOver(unit.seconds()))) {
            bytes -= TimedUnit.bytes(gops.removeFirst());
        }
        whole = !gops.isEmpty();
    }

    private void begin() {
        if (reach == Reach.KEYFRAME || !whole) {
            clear();
        }
        gops.add(new ArrayList<>());
        whole = true;
    }

    void clear() {
        gops.clear();
        bytes = 0;
        whole = false;
    }

    /** Whether the next picture can be shown behind {@link #newestGop}. */
    boolean isWhole() {
        return whole;
    }

    /** From the newest keyframe at or before a time, or from the oldest there is; empty where there is none. */
    List<TimedUnit> from(Instant time) {
        List<TimedUnit> found = new ArrayList<>();
        for (List<TimedUnit> gop : gops) {
            if (!gop.get(0).unit().at().isAfter(time)) {
                found.clear();
            }
            found.addAll(gop);
        }
        return found;
    }

    List<TimedUnit> newestGop() {
        return gops.isEmpty() ? List.of() : List.copyOf(gops.getLast());
    }

    long bytes() {
        return bytes;
    }

    /** Whether the oldest GOP may go: the one after it already reaches back far enough. */
    private boolean isOver(double now) {
        var second = gops.iterator();
        second.next();
        return second.next().get(0).seconds() <= now - seconds;
    }
}

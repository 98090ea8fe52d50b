package io.kakou.analysis.clip;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The newest coded pictures of one camera, whole GOPs only: it begins with a keyframe or is empty. Its owner guards it.
 */
final class GopRing {
    private double seconds;
    private final long mostBytes;
    private final Deque<List<TimedUnit>> gops = new ArrayDeque<>();
    private long bytes;

    GopRing(double seconds, long mostBytes) {
        this.seconds = seconds;
        this.mostBytes = mostBytes;
    }

    /** Keeps so many seconds from the next picture on. */
    void reach(double other) {
        seconds = other;
    }

    void add(TimedUnit unit) {
        if (unit.unit().keyframe()) {
            gops.add(new ArrayList<>());
        }
        if (gops.isEmpty()) {
            return;
        }
        gops.getLast().add(unit);
        bytes += unit.unit().bytes().length;
        while ((bytes > mostBytes && !gops.isEmpty()) || (gops.size() > 1 && isOver(unit.seconds()))) {
            bytes -= TimedUnit.bytes(gops.removeFirst());
        }
    }

    void clear() {
        gops.clear();
        bytes = 0;
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

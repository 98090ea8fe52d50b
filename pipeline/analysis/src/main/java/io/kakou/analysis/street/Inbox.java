package io.kakou.analysis.street;

import io.kakou.analysis.camera.Timeline;
import io.kakou.rtsp.AccessUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest coded pictures of one camera, as many as its looks need: its newest keyframe, what follows it, the GOP before.
 * They are those that the ring of clips holds too. Network threads bring them, a looking thread takes them; nobody waits.
 */
final class Inbox {
    /** A minute of 25 pictures a second: a GOP that is longer is let go, and the next keyframe waited for. */
    private static final int MOST_UNITS = 1500;

    private static final int MOST_BYTES = 32 << 20;
    /** Of the newest distance between keyframes in what is learned. */
    private static final double LEARNING = 0.3;

    private final Timeline timeline = new Timeline();
    private List<Coded> before = new ArrayList<>();
    private List<Coded> newest = new ArrayList<>();
    private long session;
    private boolean begins = true;
    private boolean waiting = true;
    /** Whether pictures behind the newest keyframe were passed over. */
    private boolean alone;

    private int bytes;
    private long number;
    private long dropped;
    private double gopSeconds = Double.NaN;

    /** What is kept, from the next keyframe on. */
    enum Keep {
        /** The newest keyframe. */
        KEYFRAME,
        /** It, and what follows. */
        GOP,
        /** And the GOP before. */
        TWO_GOPS
    }

    /** A new session begins: what comes now has a timeline of its own, and nothing before it leads to it. */
    synchronized void sessionBegins() {
        session++;
        begins = true;
        waiting = true;
        alone = false;
    }

    /**
     * Takes a picture; gives it as it waits, or null where nothing can be done with it.
     *
     * @param keep a GOP too where none is known to end
     */
    synchronized @Nullable Coded offer(AccessUnit unit, double received, Keep keep) {
        if (begins) {
            timeline.begin(unit);
            begins = false;
        }
        double seconds = timeline.seconds(unit);
        if (unit.keyframe()) {
            turn(seconds, keep);
        } else if (alone || (keep == Keep.KEYFRAME && !waiting && !Double.isNaN(gopSeconds))) {
            alone = true;
            return null;
        } else if (waiting || newest.size() >= MOST_UNITS || bytes + unit.bytes().length > MOST_BYTES) {
            waiting = true;
            newest = new ArrayList<>();
            dropped++;
            return null;
        }
        Coded coded = new Coded(number++, session, seconds, received, unit);
        newest.add(coded);
        bytes += unit.bytes().length;
        return coded;
    }

    private void turn(double seconds, Keep keep) {
        if (!newest.isEmpty()) {
            double gop = seconds - newest.get(0).seconds();
            boolean sane = newest.get(0).session() == session && gop > 0;
            gopSeconds =
                    !sane ? gopSeconds : Double.isNaN(gopSeconds) ? gop : gopSeconds + LEARNING * (gop - gopSeconds);
        }
        before = keep == Keep.TWO_GOPS && !alone ? newest : List.of();
        newest = new ArrayList<>();
        alone = false;
        bytes = 0;
        waiting = false;
    }

    /** The newest keyframe, or null while there is none. */
    synchronized @Nullable Coded keyframe() {
        return newest.isEmpty() ? null : newest.get(0);
    }

    /**
     * The pictures that nobody has decoded, from a keyframe on where {@code next} is none of the waiting ones.
     *
     * @param next number of the first that is wanted
     */
    synchronized List<Coded> from(long next) {
        List<Coded> all = together();
        if (all.isEmpty() || all.get(all.size() - 1).number() < next) {
            return List.of();
        }
        if (all.get(0).number() > next) {
            dropped += all.get(0).number() - next;
        }
        return all.stream().filter(coded -> coded.number() >= next).toList();
    }

    /** Both GOPs where the older leads to the newer, else the newer. */
    synchronized List<Coded> together() {
        boolean one = before.isEmpty()
                || newest.isEmpty()
                || before.get(before.size() - 1).number() + 1 != newest.get(0).number()
                || before.get(0).session() != newest.get(0).session();
        List<Coded> all = one ? new ArrayList<>() : new ArrayList<>(before);
        all.addAll(newest);
        return all;
    }

    /** Pictures that have come after this one. */
    synchronized long waiting(long next) {
        return number - next;
    }

    /** Pictures let go so far. */
    synchronized long dropped() {
        return dropped;
    }

    /** From keyframe to keyframe, lately; {@code unknown} while only one came. */
    synchronized double gopSeconds(double unknown) {
        return Double.isNaN(gopSeconds) ? unknown : gopSeconds;
    }
}

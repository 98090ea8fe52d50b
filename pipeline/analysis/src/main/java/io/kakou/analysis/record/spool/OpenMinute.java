package io.kakou.analysis.record.spool;

import io.kakou.analysis.mux.Fragment;
import io.kakou.analysis.mux.Fragmenter;
import io.kakou.analysis.mux.InitSegment;
import io.kakou.analysis.mux.Sample;
import io.kakou.analysis.record.index.Cause;
import io.kakou.analysis.record.index.Gap;
import io.kakou.rtsp.AccessUnit;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A minute that grows on the disk. The writer's thread owns it. */
final class OpenMinute {
    private final Spool spool;
    private final InitSegment header;
    private final Fragmenter cutter;
    private final Entry head;
    private final Instant from;
    private final double startSeconds;
    private final List<Piece> pieces = new ArrayList<>();
    private long bytes;
    private long waiting;
    private double missing;
    private @Nullable Gap refused;

    /**
     * A minute with nothing in it but its head.
     *
     * @param head says whose it is and when it began
     */
    OpenMinute(Spool spool, Entry head, Piece first, Beginning beginning) {
        this.spool = spool;
        this.head = head;
        this.header = beginning.header();
        this.from = beginning.from();
        this.startSeconds = beginning.seconds();
        this.cutter = new Fragmenter(startSeconds, beginning.fragmentSeconds());
        this.bytes = first.length();
        pieces.add(first);
    }

    /**
     * How it begins.
     *
     * @param seconds the place of its first picture on the camera's timeline
     */
    record Beginning(InitSegment header, Instant from, double seconds, double fragmentSeconds) {}

    double seconds(double now) {
        return now - startSeconds;
    }

    long bytes() {
        return bytes + waiting;
    }

    /** Whether any of it would be played. */
    boolean hasPictures() {
        return pieces.size() > 1;
    }

    /** Whether the camera still codes as it did when this began. */
    boolean isCodedAs(InitSegment other) {
        return Arrays.equals(header.bytes(), other.bytes());
    }

    /** So many seconds before the next picture no picture shows. */
    void miss(double seconds) {
        missing += seconds;
    }

    /** Takes a picture; false where the disk has no room, which ends the minute. */
    boolean add(AccessUnit unit, double seconds) {
        waiting += unit.bytes().length;
        return keep(cutter.add(new Sample(unit.codec(), seconds, unit.keyframe(), unit.bytes())));
    }

    /**
     * Ends it.
     *
     * @param next when the picture after it is shown; null where none is
     * @return what is on the disk; null where not even a picture is
     */
    @Nullable
    SpooledMinute end(@Nullable Double next) {
        boolean unused = refused == null && keep(next == null ? cutter.flush() : cutter.flush(next));
        if (!hasPictures()) {
            return forgotten();
        }
        seal();
        return new SpooledMinute(pieces);
    }

    /** What the disk did not take; null where it took all. */
    @Nullable
    Gap refused() {
        return refused;
    }

    /** A minute without a picture leaves nothing behind. */
    private @Nullable SpooledMinute forgotten() {
        spool.release(new SpooledMinute(pieces));
        return null;
    }

    private void seal() {
        Piece seal = append(head.seal(missing), new byte[0]);
        if (seal != null) {
            pieces.add(seal);
        }
    }

    private boolean keep(@Nullable Fragment fragment) {
        if (fragment == null) {
            return true;
        }
        Entry entry = head.piece(fragment.keyframe(), fragment.from(), fragment.seconds());
        Piece piece = append(entry, fragment.bytes());
        if (piece == null) {
            return false;
        }
        pieces.add(piece);
        bytes += piece.length();
        waiting = Math.max(0, waiting - piece.length());
        return true;
    }

    private @Nullable Piece append(Entry entry, byte[] payload) {
        Cause why = Cause.SPOOL_FULL;
        try {
            Piece piece = spool.append(entry, payload);
            if (piece != null) {
                return piece;
            }
        } catch (IOException e) {
            CameraTrack.LOG.warn("footage of {}: {}", head.camera(), e.getMessage());
            why = Cause.DISK;
        }
        if (entry.kind() == Entry.Kind.PIECE) {
            Instant begin = from.plusNanos(Math.round(entry.at() * 1e9));
            Instant end = begin.plusNanos(Math.round(entry.seconds() * 1e9));
            refused = new Gap(begin, end, waiting, why);
        }
        return null;
    }
}

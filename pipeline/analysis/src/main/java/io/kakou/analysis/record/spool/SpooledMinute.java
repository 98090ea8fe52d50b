package io.kakou.analysis.record.spool;

import io.kakou.analysis.record.index.Keyframe;
import io.kakou.analysis.record.index.Minute;
import io.kakou.analysis.record.index.MinuteState;
import io.kakou.analysis.store.HashLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A minute on the disk.
 *
 * @param pieces its head, its fragments in order, and the seal where it has one
 */
record SpooledMinute(List<Piece> pieces) {
    SpooledMinute {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty() || pieces.get(0).entry().kind() != Entry.Kind.HEAD) {
            throw new IllegalArgumentException("a minute begins with its head");
        }
    }

    /** As an object; {@code bytes} is it. */
    @SuppressWarnings("ArrayRecordComponent") // Handed over, compared by nobody.
    record Assembled(Minute minute, byte[] bytes) {}

    Entry head() {
        return pieces.get(0).entry();
    }

    Instant from() {
        return Objects.requireNonNull(head().from());
    }

    long bytes() {
        return pieces.stream().mapToLong(Piece::length).sum();
    }

    private boolean isSealed() {
        return pieces.get(pieces.size() - 1).entry().kind() == Entry.Kind.SEAL;
    }

    /** Of a minute that was not ended this is not known. */
    private double missing() {
        return isSealed() ? pieces.get(pieces.size() - 1).entry().seconds() : 0;
    }

    /** Reads it; what is behind a piece that is not as it was written is left out. */
    Assembled assemble() throws IOException {
        ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(bytes()));
        List<Keyframe> keyframes = new ArrayList<>();
        boolean whole = isSealed();
        double seconds = 0;
        for (Piece piece : pieces) {
            int offset = out.position();
            if (!piece.file().read(piece, out)) {
                whole = false;
                break;
            }
            Entry entry = piece.entry();
            if (entry.keyframe()) {
                keyframes.add(new Keyframe(offset, entry.at()));
            }
            if (entry.kind() == Entry.Kind.PIECE) {
                seconds = Math.max(seconds, entry.at() + entry.seconds());
            }
        }
        byte[] bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return new Assembled(minute(bytes, seconds, keyframes, whole ? MinuteState.WHOLE : MinuteState.CUT), bytes);
    }

    private Minute minute(byte[] bytes, double seconds, List<Keyframe> keyframes, MinuteState state) {
        Entry head = head();
        return new Minute(
                head.key(),
                from(),
                from().plusNanos(Math.round(seconds * 1e9)),
                bytes.length,
                HashLine.sha256(bytes),
                String.valueOf(head.codec()),
                head.width(),
                head.height(),
                state,
                keyframes,
                missing());
    }
}

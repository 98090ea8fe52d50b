package io.kakou.rtsp.udp;

import io.kakou.rtsp.rtp.RtpPacket;
import io.netty.buffer.ByteBuf;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts RTP packets back into the order of their sequence numbers. A packet behind a gap waits for it, but not longer
 * than so many nanoseconds, nor with more than so many others; then the gap is left to whoever counts losses. Of
 * packets that come twice while they wait one is dropped; what comes later than it was waited for is passed on as it
 * is, to be recognised as old. One thread.
 */
final class ReorderBuffer implements AutoCloseable {
    /** RFC 3550 appendix A.1 allows this much disorder; more steps back in a row are a sender that began anew. */
    private static final int MOST_DISORDER = 100;

    private static final int NUMBERS = 0x10000;

    private final @Nullable ByteBuf[] held;
    private final long[] came;
    private final long patienceNanos;
    private final Consumer<ByteBuf> out;
    private int count;
    private int expected = -1;
    private int sender;
    private int lateInRow;

    /**
     * Holds nothing yet.
     *
     * @param most packets that wait, a power of 2
     * @param patienceNanos how long one waits
     * @param out takes each packet over, to be released
     */
    ReorderBuffer(int most, long patienceNanos, Consumer<ByteBuf> out) {
        if (Integer.bitCount(most) != 1 || most > NUMBERS / 4) {
            throw new IllegalArgumentException("most " + most + "; allowed: powers of 2 up to " + NUMBERS / 4);
        }
        this.held = new @Nullable ByteBuf[most];
        this.came = new long[most];
        this.patienceNanos = patienceNanos;
        this.out = out;
    }

    /** Takes a datagram over; what is no RTP is passed on at once. */
    void take(ByteBuf packet, long now) {
        int at = packet.readerIndex();
        if (packet.readableBytes() < RtpPacket.HEADER_BYTES || packet.getUnsignedByte(at) >> 6 != 2) {
            out.accept(packet);
            return;
        }
        place(packet, now);
    }

    private void place(ByteBuf packet, long now) {
        int sequence = packet.getUnsignedShort(packet.readerIndex() + 2);
        int ssrc = packet.getInt(packet.readerIndex() + 8);
        if (expected < 0 || ssrc != sender) {
            beginAnew(packet, sequence, ssrc);
        } else if (ahead(sequence) >= NUMBERS - MOST_DISORDER && ++lateInRow < MOST_DISORDER) {
            out.accept(packet);
        } else if (ahead(sequence) < NUMBERS / 2 && reaches(sequence)) {
            hold(packet, sequence, now);
        } else {
            beginAnew(packet, sequence, ssrc);
        }
    }

    /** Makes room for a number by giving up gaps before it; false where it is too far ahead of all that came. */
    private boolean reaches(int sequence) {
        while (ahead(sequence) >= held.length && count > 0) {
            skipGap();
        }
        return ahead(sequence) < held.length;
    }

    private void hold(ByteBuf packet, int sequence, long now) {
        int slot = sequence & (held.length - 1);
        if (held[slot] != null) {
            packet.release();
            return;
        }
        held[slot] = packet;
        came[slot] = now;
        count++;
        passInOrder();
    }

    private void beginAnew(ByteBuf packet, int sequence, int ssrc) {
        while (count > 0) {
            skipGap();
        }
        sender = ssrc;
        expected = (sequence + 1) & (NUMBERS - 1);
        lateInRow = 0;
        out.accept(packet);
    }

    private void skipGap() {
        while (held[expected & (held.length - 1)] == null) {
            expected = (expected + 1) & (NUMBERS - 1);
        }
        passInOrder();
    }

    private void passInOrder() {
        int slot = expected & (held.length - 1);
        while (held[slot] != null) {
            ByteBuf next = Objects.requireNonNull(held[slot]);
            held[slot] = null;
            count--;
            lateInRow = 0;
            expected = (expected + 1) & (NUMBERS - 1);
            slot = expected & (held.length - 1);
            out.accept(next);
        }
    }

    private int ahead(int sequence) {
        return (sequence - expected) & (NUMBERS - 1);
    }

    /** Gives up what was waited for too long. */
    void tick(long now) {
        while (count > 0 && nanosLeft(now) <= 0) {
            skipGap();
        }
    }

    /** Whether packets wait. */
    boolean waits() {
        return count > 0;
    }

    /** Until {@link #tick} has something to do, where packets wait. */
    long nanosLeft(long now) {
        long longest = 0;
        for (int slot = 0; slot < held.length; slot++) {
            if (held[slot] != null) {
                longest = Math.max(longest, now - came[slot]);
            }
        }
        return patienceNanos - longest;
    }

    /** Lets go of what waits. */
    @Override
    public void close() {
        for (int slot = 0; slot < held.length; slot++) {
            ByteBuf packet = held[slot];
            held[slot] = null;
            if (packet != null) {
                packet.release();
            }
        }
        count = 0;
    }
}

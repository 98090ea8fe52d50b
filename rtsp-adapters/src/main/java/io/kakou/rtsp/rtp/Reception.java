package io.kakou.rtsp.rtp;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of one sender's packets, to tell it in receiver reports (RFC 3550 §6.4.2): some cameras end a session whose
 * receiver never reports. One thread.
 */
public final class Reception {
    /** A receiver report with one block, and the SDES with the CNAME that §6.1 asks for in each compound packet. */
    public static final int BYTES = 32 + 16;

    private static final int RECEIVER_REPORT = 201;
    private static final int SOURCE_DESCRIPTION = 202;
    private static final int CNAME = 1;
    private static final byte[] NAME = {'k', 'a', 'k', 'o', 'u'};
    private static final int MOST_LOST = 0x7fffff;

    private final int own;
    private final double ticksPerSecond;
    private boolean begun;
    private int sender;
    private int base;
    private int highest;
    private int cycles;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private @Nullable Instant origin;
    private int lastTransit;
    private double jitter;
    private @Nullable Instant reportCame;
    private int reportTime;

    /**
     * Nothing came yet.
     *
     * @param own our SSRC
     * @param ticksPerSecond the media's clock rate
     */
    public Reception(int own, int ticksPerSecond) {
        this.own = own;
        this.ticksPerSecond = ticksPerSecond;
    }

    /** Takes a packet. */
    public void took(RtpPacket packet) {
        if (!begun || packet.ssrc() != sender) {
            begin(packet);
        }
        int step = (packet.sequence() - highest) & 0xffff;
        if (step < 0x8000) {
            cycles += packet.sequence() < highest ? 0x10000 : 0;
            highest = packet.sequence();
        }
        received++;
    }

    /**
     * Says when a picture's last packet came: §6.4.1 and appendix A.8, once a picture, since all of its packets bear one
     * time.
     */
    public void ended(int timestamp, Instant arrival) {
        boolean first = origin == null;
        Instant since = first ? arrival : Objects.requireNonNull(origin);
        origin = since;
        long ticks = Math.round(seconds(since, arrival) * ticksPerSecond);
        int transit = (int) (ticks - timestamp);
        jitter += first ? 0 : (Math.abs((double) (transit - lastTransit)) - jitter) / 16;
        lastTransit = transit;
    }

    /** Takes a sender's report, which the next of ours refers to, and when it came. */
    public void took(SenderReport report, Instant arrival) {
        if (begun && report.ssrc() == sender) {
            reportCame = arrival;
            reportTime = report.middleBits();
        }
    }

    /** Whether there is a sender to report on. */
    public boolean begun() {
        return begun;
    }

    /** Writes the report in {@value #BYTES} bytes. */
    public void write(ByteBuf out, Instant now) {
        long expected = (long) cycles + highest - base + 1;
        long lost = Math.max(-MOST_LOST - 1, Math.min(MOST_LOST, expected - received));
        out.writeByte(0x81)
                .writeByte(RECEIVER_REPORT)
                .writeShort(7)
                .writeInt(own)
                .writeInt(sender);
        out.writeByte(fraction(expected)).writeMedium((int) lost).writeInt(cycles + highest);
        out.writeInt((int) jitter).writeInt(reportTime).writeInt(sinceReport(now));
        out.writeByte(0x81).writeByte(SOURCE_DESCRIPTION).writeShort(3).writeInt(own);
        out.writeByte(CNAME).writeByte(NAME.length).writeBytes(NAME).writeZero(1);
    }

    private void begin(RtpPacket first) {
        begun = true;
        sender = first.ssrc();
        base = first.sequence();
        highest = base;
        cycles = 0;
        received = 0;
        expectedBefore = 0;
        receivedBefore = 0;
        origin = null;
        jitter = 0;
        reportCame = null;
        reportTime = 0;
    }

    /** Appendix A.3: the share lost since the last report, in 256ths. */
    private int fraction(long expected) {
        long wanted = expected - expectedBefore;
        long missing = wanted - (received - receivedBefore);
        expectedBefore = expected;
        receivedBefore = received;
        return wanted <= 0 || missing <= 0 ? 0 : (int) Math.min(255, missing * 256 / wanted);
    }

    /** In 65,536ths of a second, 0 where the sender has not reported. */
    private int sinceReport(Instant now) {
        return reportCame == null ? 0 : (int) Math.round(seconds(reportCame, now) * 65_536);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}

package io.kakou.rtsp.rtp;

/** Counts what is missing between packets that arrive in order, as over TCP they do. One thread. */
public final class SequenceWatch {
    /** What a packet is to those before it. */
    public enum Verdict {
        NEXT,
        AFTER_LOSS,
        OLD
    }

    /** RFC 3550 appendix A.1 allows this much disorder; a greater step back is a sender that began anew. */
    private static final int MOST_DISORDER = 100;

    private int expected = -1;
    private int ssrc;
    private long lost;
    private int oldInRow;

    public Verdict see(RtpPacket packet) {
        boolean begun = expected >= 0;
        int gap = (packet.sequence() - expected) & 0xffff;
        if (begun && packet.ssrc() == ssrc && gap >= 0x10000 - MOST_DISORDER && ++oldInRow < MOST_DISORDER) {
            return Verdict.OLD;
        }
        boolean sameSender = begun && packet.ssrc() == ssrc;
        oldInRow = 0;
        expected = (packet.sequence() + 1) & 0xffff;
        ssrc = packet.ssrc();
        if (!begun || (sameSender && gap == 0)) {
            return Verdict.NEXT;
        }
        lost += sameSender && gap < 0x8000 ? gap : 1;
        return Verdict.AFTER_LOSS;
    }

    /** Packets that never came; where the sender began anew, one each time, since nobody can know. */
    public long lost() {
        return lost;
    }
}

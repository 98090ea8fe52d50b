package io.kakou.rtsp.simulate;

import io.kakou.rtsp.codec.NalType;
import io.netty.buffer.ByteBuf;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What becomes of one camera's packets on their way out. One event loop. */
final class PacketFaults {
    private static final int LYING_PACKET = 50;
    private static final int LYING_FRAME = 500;
    private static final int LONGEST_FRAME = 0xffff;

    private final double loss;
    private final int depth;
    private final double disorder;
    private final boolean tornSets;
    private final boolean lyingRtp;
    private final boolean lyingFrames;
    private final RandomGenerator chance;
    private @Nullable ByteBuf late;
    private int places;
    private long packets;
    private long sets;
    /** Bytes that a client still takes for a frame that lied. */
    private int swallowed;

    PacketFaults(Faults faults, RandomGenerator chance) {
        this.loss = faults.value(FaultKind.LOSS, 0);
        this.depth = (int) faults.value(FaultKind.REORDER, 1);
        this.disorder = faults.value(FaultKind.REORDER, 1, 0);
        this.tornSets = faults.have(FaultKind.TORN_SETS);
        this.lyingRtp = faults.have(FaultKind.LYING_RTP);
        this.lyingFrames = faults.have(FaultKind.LYING_FRAMES);
        this.chance = chance;
    }

    boolean loses() {
        return loss > 0 && chance.nextDouble() < loss;
    }

    /**
     * Spoils the packet that was written last, where its turn has come.
     *
     * @param out where it is, from {@code at} to the writer index
     * @param holdsSets whether it carries parameter sets
     * @return whether there was anything to spoil; a packet that is only late is whole
     */
    boolean spoils(ByteBuf out, int at, boolean holdsSets) {
        packets++;
        boolean torn = tornSets && holdsSets && sets++ % 2 == 0;
        boolean lies = lyingRtp && packets % LYING_PACKET == 0;
        boolean frameLies = lyingFrames && packets % LYING_FRAME == 0;
        boolean isSwallowed = swallowed > 0;
        swallowed = frameLies ? LONGEST_FRAME : Math.max(0, swallowed - (out.writerIndex() - at));
        if (torn) {
            cutInHalf(out, at);
        }
        if (lies) {
            lieInside(out, at);
        }
        if (frameLies) {
            out.setShort(at + 2, LONGEST_FRAME);
        }
        if (disorder > 0) {
            overtake(out, at);
        }
        return torn || lies || frameLies || isSwallowed;
    }

    void close() {
        if (late != null) {
            late.release();
            late = null;
        }
    }

    /** The frame's own length is right, so what is behind it is not harmed. */
    private static void cutInHalf(ByteBuf out, int at) {
        int payload = out.writerIndex() - at - Film.HEADER_BYTES;
        out.writerIndex(at + Film.HEADER_BYTES + (payload + 1) / 2);
        out.setShort(at + 2, Film.HEADER_BYTES - 4 + (payload + 1) / 2);
    }

    private void lieInside(ByteBuf out, int at) {
        byte first = out.getByte(at + 4);
        switch (chance.nextInt(4)) {
            case 0 -> out.setByte(at + 4, first | 0x10).setInt(at + Film.HEADER_BYTES, 0xbede_ffff); // RFC 3550 §5.3.1
            case 1 -> out.setByte(at + 4, first | 0x0f); // §5.1: fifteen contributing sources
            case 2 -> out.setByte(at + 4, first | 0x20).setByte(out.writerIndex() - 1, 0xff); // padding
            default ->
                out.setByte(at + Film.HEADER_BYTES, 0x60 | NalType.STAP_A)
                        .setShort(at + Film.HEADER_BYTES + 1, 0xffff); // RFC 6184 §5.7.1: a unit longer than its packet
        }
    }

    /** Holds one packet back at a time, and lets it go a few places later. */
    private void overtake(ByteBuf out, int at) {
        if (late == null && chance.nextDouble() < disorder) {
            late = out.copy(at, out.writerIndex() - at);
            places = 1 + chance.nextInt(depth);
            out.writerIndex(at);
        } else if (late != null && --places <= 0) {
            out.writeBytes(late);
            close();
        }
    }
}

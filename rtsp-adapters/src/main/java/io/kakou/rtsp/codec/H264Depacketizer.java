package io.kakou.rtsp.codec;

import io.kakou.rtsp.rtp.RtpPacket;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.Consumer;

/**
 * RTP payloads of packetization modes 0 and 1 to pictures: single NAL units, STAP-A, FU-A (RFC 6184 §5.6, §5.7.1, §5.8).
 *
 * <p>A picture ends at a packet with the marker or where the timestamp changes. A keyframe is a picture with an IDR slice;
 * it is given out with all parameter sets known in front, whether they came with it, earlier or in the session description,
 * and not at all before any are known. Nothing is given out before the first keyframe, nor, with {@link
 * AfterLoss#WAIT_FOR_KEYFRAME}, after a loss. Pictures that are torn or larger than the bound are dropped and counted.
 * Delimiters, end marks and filler are left out; parameter sets that change between keyframes stand in front of the picture
 * they came with; everything else stays in its order.
 *
 * <p>One thread; never throws for what a camera sends.
 */
public final class H264Depacketizer {
    private static final byte[] NOTHING = {};
    private static final int START_CODE_BYTES = 4;
    private static final int FIRST_SLICE_BIT = 0x80;

    private final ParameterSets sets = new ParameterSets();
    private final UnitBuffer unit;
    private final AfterLoss afterLoss;
    private final Consumer<CodedPicture> out;

    private boolean waiting = true;
    private boolean torn;
    private boolean lossBefore;
    private boolean keyframe;
    private boolean slices;
    private boolean newSets;
    private int fragmentAt = -1;
    private int timestamp;
    private long dropped;

    /**
     * @param parameterSets NAL units of the session description, may be empty
     * @param mostBytes the bound of one picture
     * @param afterLoss what to do after a loss
     * @param out called within {@link #packet}, on the caller's thread
     */
    public H264Depacketizer(
            List<byte[]> parameterSets, int mostBytes, AfterLoss afterLoss, Consumer<CodedPicture> out) {
        parameterSets.forEach(sets::learn);
        this.unit = new UnitBuffer(mostBytes);
        this.afterLoss = afterLoss;
        this.out = out;
    }

    /** Says that packets are missing before the next one. */
    public void lost() {
        torn |= unit.size() > 0;
        fragmentAt = -1;
        lossBefore = true;
        switch (afterLoss) {
            case WAIT_FOR_KEYFRAME -> waiting = true;
            case GO_ON -> {}
        }
    }

    /** Takes the next packet; its payload's reader index moves. */
    public void packet(RtpPacket packet) {
        if (packet.timestamp() != timestamp) {
            finish();
            timestamp = packet.timestamp();
        }
        payload(packet.payload());
        if (packet.marker()) {
            marked();
        }
    }

    /** Pictures torn, too large, or before what they need. */
    public long dropped() {
        return dropped;
    }

    private void payload(ByteBuf payload) {
        if (!payload.isReadable()) {
            return;
        }
        int type = NalType.of(payload.getByte(payload.readerIndex()));
        if (type == NalType.FU_A) {
            fragment(payload);
            return;
        }
        torn |= fragmentAt >= 0;
        fragmentAt = -1;
        if (type == NalType.STAP_A) {
            aggregate(payload.skipBytes(1));
        } else if (type <= NalType.LAST_SINGLE) {
            single(payload);
        } else {
            torn = true; // packetization mode 2 or undefined: what it carried is missing
        }
    }

    private void single(ByteBuf nal) {
        int start = unit.size();
        unit.startUnit(nal.readByte());
        unit.add(nal);
        unitEnded(start);
    }

    private void aggregate(ByteBuf payload) {
        while (payload.readableBytes() >= 2) {
            int length = payload.readUnsignedShort();
            if (length > payload.readableBytes()) {
                torn = true;
                return;
            }
            if (length > 0) {
                single(payload.readSlice(length));
            }
        }
    }

    private void fragment(ByteBuf payload) {
        if (payload.readableBytes() < 2) {
            torn = true;
            return;
        }
        int indicator = payload.readByte();
        int header = payload.readByte();
        boolean start = (header & 0x80) != 0;
        boolean end = (header & 0x40) != 0;
        if (start == fragmentAt >= 0) {
            torn = true; // a beginning inside a fragment, or a fragment without its beginning
        }
        if (start) {
            fragmentAt = unit.size();
            unit.startUnit((indicator & 0xe0) | (header & 0x1f));
        }
        if (fragmentAt >= 0) {
            unit.add(payload);
        }
        if (end && fragmentAt >= 0) {
            unitEnded(fragmentAt);
            fragmentAt = -1;
        }
    }

    private void unitEnded(int start) {
        int header = start + START_CODE_BYTES;
        if (unit.full() || unit.size() <= header) {
            return;
        }
        int type = NalType.of(unit.at(header));
        if (NalType.isDropped(type)) {
            unit.cutTo(start);
        } else if (type == NalType.SPS || type == NalType.PPS) {
            newSets |= !torn && sets.learn(unit.copy(header, unit.size()));
            unit.cutTo(start);
        } else if (NalType.isSlice(type)) {
            slice(type, header);
        }
    }

    private void slice(int type, int header) {
        // H.264 §7.3.3: first_mb_in_slice is 0 and so one bit where a picture begins; else its beginning was lost.
        boolean beginsPicture = unit.size() > header + 1 && (unit.at(header + 1) & FIRST_SLICE_BIT) != 0;
        torn |= lossBefore && !slices && !beginsPicture;
        slices = true;
        keyframe |= type == NalType.IDR;
    }

    /** Parameter sets and SEI alone are no picture: some cameras mark their end, though the slices still follow. */
    private void marked() {
        if (slices || torn || unit.full() || fragmentAt >= 0) {
            finish();
        }
    }

    private void finish() {
        boolean whole = slices && !torn && !unit.full() && fragmentAt < 0;
        boolean decodable = keyframe ? sets.complete() : !waiting;
        if (whole && decodable) {
            give();
        } else if (slices || torn || unit.full() || fragmentAt >= 0) {
            dropped++;
            lossBefore |= !whole;
            waiting |= !whole && afterLoss == AfterLoss.WAIT_FOR_KEYFRAME;
        }
        unit.clear();
        torn = false;
        keyframe = false;
        slices = false;
        fragmentAt = -1;
    }

    private void give() {
        byte[] front = keyframe || newSets ? sets.annexB() : NOTHING;
        waiting &= !keyframe;
        lossBefore = false;
        newSets = false;
        out.accept(new CodedPicture(keyframe, timestamp, unit.copyBehind(front)));
    }
}

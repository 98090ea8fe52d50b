package io.kakou.rtsp.codec;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.Consumer;

/**
 * RTP payloads to pictures: single NAL units, aggregation packets and fragmentation units without decoding order
 * numbers (RFC 7798 §4.4.1 to §4.4.3), as they come where {@code sprop-max-don-diff} is 0. Units of higher layers
 * (nuh_layer_id above 0) are left out.
 *
 * @see NalPictures
 */
public final class H265Depacketizer extends NalDepacketizer {
    private static final int HEADER_BYTES = 2;

    /**
     * @param parameterSets NAL units of the session description, may be empty
     * @param mostBytes the bound of one picture
     * @param afterLoss what to do after a loss
     * @param out called within {@link #packet}, on the caller's thread
     */
    public H265Depacketizer(
            List<byte[]> parameterSets, int mostBytes, AfterLoss afterLoss, Consumer<CodedPicture> out) {
        super(new NalPictures(sets(NalSyntax.H265, parameterSets), mostBytes, afterLoss, out));
    }

    @Override
    void payload(ByteBuf payload) {
        if (payload.readableBytes() < HEADER_BYTES) {
            pictures().tear();
            return;
        }
        int header = payload.getUnsignedShort(payload.readerIndex());
        int type = H265Type.of(header);
        if (type == H265Type.FU) {
            fragment(header, payload.skipBytes(HEADER_BYTES));
            return;
        }
        pictures().endFragments();
        if (type == H265Type.AP) {
            aggregate(payload.skipBytes(HEADER_BYTES));
        } else if (type < H265Type.AP) {
            pictures().add(payload);
        } else {
            pass(type == H265Type.PACI ? "PACI" : "undefined (type " + type + ')');
        }
    }

    /** The unit's header is the payload's with the type that the FU header names. */
    private void fragment(int payloadHeader, ByteBuf payload) {
        if (!payload.isReadable()) {
            pictures().tear();
            return;
        }
        int header = payload.readByte();
        pictures().addFragment(header, (payloadHeader & 0x81ff) | (header & 0x3f) << 9, payload);
    }
}

package io.kakou.rtsp.codec;

import io.kakou.rtsp.rtp.RtpPacket;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * RTP payloads to pictures: single NAL units, aggregation packets and fragmentation units without decoding order
 * numbers (RFC 7798 §4.4.1 to §4.4.3), as they come where {@code sprop-max-don-diff} is 0. Units of higher layers
 * (nuh_layer_id above 0) are left out.
 *
 * @see NalPictures
 */
public final class H265Depacketizer implements Depacketizer {
    private static final int HEADER_BYTES = 2;

    private final NalPictures pictures;
    private @Nullable String unread;

    /**
     * @param parameterSets NAL units of the session description, may be empty
     * @param mostBytes the bound of one picture
     * @param afterLoss what to do after a loss
     * @param out called within {@link #packet}, on the caller's thread
     */
    public H265Depacketizer(
            List<byte[]> parameterSets, int mostBytes, AfterLoss afterLoss, Consumer<CodedPicture> out) {
        ParameterSets sets = new ParameterSets(NalSyntax.H265);
        parameterSets.forEach(sets::learn);
        this.pictures = new NalPictures(sets, mostBytes, afterLoss, out);
    }

    @Override
    public void lost() {
        pictures.lost();
    }

    @Override
    public void packet(RtpPacket packet) {
        pictures.at(packet.timestamp());
        if (packet.payload().isReadable()) {
            payload(packet.payload());
        }
        if (packet.marker()) {
            pictures.marked();
        }
    }

    @Override
    public long dropped() {
        return pictures.dropped();
    }

    @Override
    public @Nullable String unread() {
        return unread;
    }

    private void payload(ByteBuf payload) {
        if (payload.readableBytes() < HEADER_BYTES) {
            pictures.tear();
            return;
        }
        int header = payload.getUnsignedShort(payload.readerIndex());
        int type = H265Type.of(header);
        if (type == H265Type.FU) {
            fragment(header, payload.skipBytes(HEADER_BYTES));
            return;
        }
        pictures.endFragments();
        if (type == H265Type.AP) {
            aggregate(payload.skipBytes(HEADER_BYTES));
        } else if (type < H265Type.AP) {
            pictures.add(payload);
        } else {
            unread = (type == H265Type.PACI ? "PACI" : "undefined (type " + type + ')') + " packets";
            pictures.tear();
        }
    }

    private void aggregate(ByteBuf payload) {
        while (payload.readableBytes() >= 2) {
            int length = payload.readUnsignedShort();
            if (length > payload.readableBytes()) {
                pictures.tear();
                return;
            }
            if (length > 0) {
                pictures.add(payload.readSlice(length));
            }
        }
    }

    /** The unit's header is the payload's with the type that the FU header names. */
    private void fragment(int payloadHeader, ByteBuf payload) {
        if (!payload.isReadable()) {
            pictures.tear();
            return;
        }
        int header = payload.readByte();
        pictures.addFragment(header, (payloadHeader & 0x81ff) | (header & 0x3f) << 9, payload);
    }
}

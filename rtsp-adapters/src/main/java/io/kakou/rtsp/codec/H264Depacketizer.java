package io.kakou.rtsp.codec;

import io.kakou.rtsp.rtp.RtpPacket;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * RTP payloads of packetization modes 0 and 1 to pictures: single NAL units, STAP-A, FU-A (RFC 6184 §5.6, §5.7.1,
 * §5.8). What mode 2 sends interleaved (STAP-B, MTAP16, MTAP24, FU-B) is not read: what it carried is missing.
 *
 * @see NalPictures
 */
public final class H264Depacketizer implements Depacketizer {
    private final NalPictures pictures;
    private @Nullable String unread;

    /**
     * @param parameterSets NAL units of the session description, may be empty
     * @param mostBytes the bound of one picture
     * @param afterLoss what to do after a loss
     * @param out called within {@link #packet}, on the caller's thread
     */
    public H264Depacketizer(
            List<byte[]> parameterSets, int mostBytes, AfterLoss afterLoss, Consumer<CodedPicture> out) {
        ParameterSets sets = new ParameterSets(NalSyntax.H264);
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
        int type = NalType.of(payload.getByte(payload.readerIndex()));
        if (type == NalType.FU_A) {
            fragment(payload);
            return;
        }
        pictures.endFragments();
        if (type == NalType.STAP_A) {
            aggregate(payload.skipBytes(1));
        } else if (type <= NalType.LAST_SINGLE) {
            pictures.add(payload);
        } else {
            unread = name(type) + " packets";
            pictures.tear();
        }
    }

    /** RFC 6184 table 1. */
    private static String name(int type) {
        return switch (type) {
            case 25 -> "interleaved (STAP-B)";
            case 26 -> "interleaved (MTAP16)";
            case 27 -> "interleaved (MTAP24)";
            case 29 -> "interleaved (FU-B)";
            default -> "undefined (type " + type + ')';
        };
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

    private void fragment(ByteBuf payload) {
        if (payload.readableBytes() < 2) {
            pictures.tear();
            return;
        }
        int indicator = payload.readByte();
        int header = payload.readByte();
        pictures.addFragment(header, (indicator & 0xe0) | (header & 0x1f), payload);
    }
}

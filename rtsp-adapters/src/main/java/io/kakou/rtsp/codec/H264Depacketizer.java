package io.kakou.rtsp.codec;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.Consumer;

/**
 * RTP payloads of packetization modes 0 and 1 to pictures: single NAL units, STAP-A, FU-A (RFC 6184 §5.6, §5.7.1,
 * §5.8). What mode 2 sends interleaved (STAP-B, MTAP16, MTAP24, FU-B) is not read: what it carried is missing.
 *
 * @see NalPictures
 */
public final class H264Depacketizer extends NalDepacketizer {
    /**
     * @param parameterSets NAL units of the session description, may be empty
     * @param mostBytes the bound of one picture
     * @param afterLoss what to do after a loss
     * @param out called within {@link #packet}, on the caller's thread
     */
    public H264Depacketizer(
            List<byte[]> parameterSets, int mostBytes, AfterLoss afterLoss, Consumer<CodedPicture> out) {
        super(new NalPictures(sets(NalSyntax.H264, parameterSets), mostBytes, afterLoss, out));
    }

    @Override
    void payload(ByteBuf payload) {
        int type = NalType.of(payload.getByte(payload.readerIndex()));
        if (type == NalType.FU_A) {
            fragment(payload);
            return;
        }
        pictures().endFragments();
        if (type == NalType.STAP_A) {
            aggregate(payload.skipBytes(1));
        } else if (type <= NalType.LAST_SINGLE) {
            pictures().add(payload);
        } else {
            pass(name(type));
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

    private void fragment(ByteBuf payload) {
        if (payload.readableBytes() < 2) {
            pictures().tear();
            return;
        }
        int indicator = payload.readByte();
        int header = payload.readByte();
        pictures().addFragment(header, (indicator & 0xe0) | (header & 0x1f), payload);
    }
}

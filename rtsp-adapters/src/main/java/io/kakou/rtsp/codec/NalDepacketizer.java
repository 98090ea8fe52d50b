package io.kakou.rtsp.codec;

import io.kakou.rtsp.rtp.RtpPacket;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** RTP payloads of NAL units to pictures, as far as RFC 6184 and RFC 7798 are alike. */
abstract class NalDepacketizer implements Depacketizer {
    private final NalPictures pictures;
    private @Nullable String unread;

    NalDepacketizer(NalPictures pictures) {
        this.pictures = pictures;
    }

    static ParameterSets sets(NalSyntax syntax, List<byte[]> described) {
        ParameterSets sets = new ParameterSets(syntax);
        described.forEach(sets::learn);
        return sets;
    }

    /** Takes a payload that holds a byte at least. */
    abstract void payload(ByteBuf payload);

    final NalPictures pictures() {
        return pictures;
    }

    /** The packet's payload is of a kind that is not read: what it carried is missing. */
    final void pass(String kind) {
        unread = kind + " packets";
        pictures.tear();
    }

    /** Units behind each other, each behind its length in two bytes (RFC 6184 §5.7.1, RFC 7798 §4.4.2). */
    final void aggregate(ByteBuf units) {
        while (units.readableBytes() >= 2) {
            int length = units.readUnsignedShort();
            if (length > units.readableBytes()) {
                pictures.tear();
                return;
            }
            if (length > 0) {
                pictures.add(units.readSlice(length));
            }
        }
    }

    @Override
    public final void ask(Supplier<Wanted> wanted) {
        pictures.ask(wanted);
    }

    @Override
    public final void lost() {
        pictures.lost();
    }

    @Override
    public final void packet(RtpPacket packet) {
        pictures.at(packet.timestamp());
        if (packet.payload().isReadable()) {
            payload(packet.payload());
        }
        if (packet.marker()) {
            pictures.marked();
        }
    }

    @Override
    public final long dropped() {
        return pictures.dropped();
    }

    @Override
    public final @Nullable String unread() {
        return unread;
    }
}

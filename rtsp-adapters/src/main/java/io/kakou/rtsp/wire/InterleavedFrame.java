package io.kakou.rtsp.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.DefaultByteBufHolder;

/** One binary frame that travelled between RTSP messages (RFC 2326 §10.12). Released by who consumes it. */
public final class InterleavedFrame extends DefaultByteBufHolder {
    /** {@code $}, channel, length in two bytes. */
    public static final int HEADER_BYTES = 4;

    /** Opens every frame. */
    public static final byte MAGIC = '$';

    private final int channel;

    public InterleavedFrame(int channel, ByteBuf payload) {
        super(payload);
        this.channel = channel;
    }

    /** As negotiated by SETUP: by default 0 is RTP and 1 is RTCP. */
    public int channel() {
        return channel;
    }

    @Override
    public InterleavedFrame replace(ByteBuf content) {
        return new InterleavedFrame(channel, content);
    }

    /** Writes a frame's header; {@code length} payload bytes follow. */
    public static void writeHeader(ByteBuf out, int channel, int length) {
        out.writeByte(MAGIC).writeByte(channel).writeShort(length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InterleavedFrame that && channel == that.channel && super.equals(other);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + channel;
    }
}

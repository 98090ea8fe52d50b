package io.kakou.rtsp.serve;

import io.kakou.rtsp.udp.PortPair;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Sends one client's frames as datagrams: a programme writes interleaved frames to the connection whatever carries
 * them, and here they are cut apart. Last in the pipeline, so that answers, which are written before it, pass it by.
 */
final class Datagrams extends ChannelOutboundHandlerAdapter {
    private final PortPair ports;
    private final int rtpPort;
    private final int rtcpPort;

    /** @param rtpPort the client's */
    Datagrams(PortPair ports, int rtpPort, int rtcpPort) {
        this.ports = ports;
        this.rtpPort = rtpPort;
        this.rtcpPort = rtcpPort;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        ByteBuf frames = (ByteBuf) message;
        try {
            while (frames.isReadable()) {
                int channel = frames.skipBytes(1).readUnsignedByte();
                ByteBuf packet = frames.readRetainedSlice(frames.readUnsignedShort());
                if (channel % 2 == 0) {
                    ports.sendRtp(packet, rtpPort);
                } else {
                    ports.sendRtcp(packet, rtcpPort);
                }
            }
        } finally {
            frames.release();
        }
        boolean unused = promise.trySuccess();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        ports.close();
    }
}

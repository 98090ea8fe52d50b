package io.kakou.rtsp;

import io.kakou.rtsp.rtp.RtpHeader;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.udp.PortPair;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How one session's packets travel: between its messages, or as datagrams of their own (RFC 2326 §12.39). */
final class Carriage implements AutoCloseable {
    private static final String FRAMES = "RTP/AVP/TCP;unicast;interleaved=0-1";
    /** RFC 3550 §6.1: a receiver that heard nothing yet says so. */
    private static final int EMPTY_REPORT = 0x80C9_0001;

    private final boolean mayChange;
    private Transport transport;
    private @Nullable PortPair ports;

    Carriage(Transport wanted) {
        this.mayChange = wanted == Transport.AUTO;
        this.transport = wanted == Transport.UDP ? Transport.UDP : Transport.TCP;
    }

    /** TCP or UDP. */
    Transport transport() {
        return transport;
    }

    /** After a refusal: whether there is another way, which then is the one. */
    boolean change() {
        boolean other = mayChange && transport == Transport.TCP;
        transport = other ? Transport.UDP : transport;
        return other;
    }

    /** What to ask SETUP for; over UDP the ports are bound by then. Completes on the connection's event loop. */
    CompletionStage<String> ask(Channel connection, PortPair.Taker taker) {
        if (transport == Transport.TCP) {
            return CompletableFuture.completedFuture(FRAMES);
        }
        PortPair.Path path = new PortPair.Path(
                ((InetSocketAddress) connection.localAddress()).getAddress(),
                ((InetSocketAddress) connection.remoteAddress()).getAddress());
        return PortPair.bind(connection.eventLoop(), path, taker).thenApply(bound -> {
            ports = bound;
            if (!connection.isActive()) {
                close();
            }
            return "RTP/AVP;unicast;client_port=" + bound.rtpPort() + '-' + (bound.rtpPort() + 1);
        });
    }

    /** Opens the way for what comes: whatever translates addresses on the way lets in who was written to. */
    void open(SetupAnswer setup) {
        if (ports != null && setup.rtpPort() > 0) {
            ByteBuf packet = Unpooled.buffer(RtpPacket.HEADER_BYTES);
            RtpPacket.writeHeader(packet, new RtpHeader(false, 0, 0, 0, 0));
            ports.sendRtp(packet, setup.rtpPort());
            ports.sendRtcp(Unpooled.buffer(8).writeInt(EMPTY_REPORT).writeInt(0), setup.rtcpPort());
        }
    }

    /** Sends a report, which comes as an interleaved frame. A camera that reads nothing is not written to for ever. */
    void report(Channel connection, ByteBuf frame, SetupAnswer setup) {
        if (ports != null && setup.rtcpPort() > 0) {
            ports.sendRtcp(frame.skipBytes(InterleavedFrame.HEADER_BYTES), setup.rtcpPort());
        } else if (ports == null && connection.isWritable()) {
            ChannelFuture unused = connection.writeAndFlush(frame);
        } else {
            frame.release();
        }
    }

    /** Lets the ports go. Twice is fine. */
    @Override
    public void close() {
        if (ports != null) {
            ports.close();
            ports = null;
        }
    }
}

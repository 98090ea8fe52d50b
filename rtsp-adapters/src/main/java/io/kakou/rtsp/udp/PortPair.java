package io.kakou.rtsp.udp;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Two ports towards one peer: an even one for RTP, the next for RTCP (RFC 3550 §11), of {@value #FIRST_PORT} to
 * {@value #LAST_PORT}. On one event loop, as everything that is called here and called back.
 */
public final class PortPair implements AutoCloseable {
    public static final int FIRST_PORT = 20_000;
    public static final int LAST_PORT = 59_999;

    private static final int PAIRS = (LAST_PORT + 1 - FIRST_PORT) / 2;
    private static final int ATTEMPTS = 16;
    /** Jumbo frames; what is longer arrives cut and is dropped with its picture. */
    private static final int LONGEST_DATAGRAM = 9 * 1024;
    /** A keyframe of a large stream arrives faster than a busy loop reads; the system may grant less. */
    private static final int SYSTEM_BUFFER = 1024 * 1024;

    /** Hears of what comes. Bytes are the caller's: who keeps them retains them. */
    public interface Taker {
        /** One RTP packet, in order, or whatever else came to that port. */
        void rtp(ByteBuf packet);

        /** One compound RTCP packet. */
        void rtcp(ByteBuf packet);

        /** A port broke, or the taker threw. */
        void broken(Throwable why);
    }

    private final InetAddress peer;
    private final Channel rtp;
    private final Channel rtcp;

    private PortPair(InetAddress peer, Channel rtp, Channel rtcp) {
        this.peer = peer;
        this.rtp = rtp;
        this.rtcp = rtcp;
    }

    /**
     * From where to where.
     *
     * @param local our address, as the peer sees it on this path
     * @param peer only what it sends is taken
     */
    public record Path(InetAddress local, InetAddress peer) {}

    /** Binds a pair; completes on the loop, with an {@link IllegalStateException} where no pair is free. */
    public static CompletionStage<PortPair> bind(EventLoop loop, Path path, Taker taker) {
        CompletableFuture<PortPair> bound = new CompletableFuture<>();
        new Search(loop, path, taker, bound).attempt(ATTEMPTS);
        return bound;
    }

    /** The even one. */
    public int rtpPort() {
        return ((InetSocketAddress) rtp.localAddress()).getPort();
    }

    /** Sends to a port of the peer and takes the bytes over. */
    public void sendRtp(ByteBuf packet, int port) {
        send(rtp, packet, port);
    }

    /** Likewise, from the odd port. */
    public void sendRtcp(ByteBuf packet, int port) {
        send(rtcp, packet, port);
    }

    /** Lets the ports go; waits for nothing. */
    @Override
    public void close() {
        ChannelFuture unused = rtp.close();
        unused = rtcp.close();
    }

    private void send(Channel from, ByteBuf packet, int port) {
        ChannelFuture unused = from.writeAndFlush(new DatagramPacket(packet, new InetSocketAddress(peer, port)));
    }

    /** Tries pairs by chance: counting up would meet the pairs of every other camera. */
    private record Search(EventLoop loop, Path path, Taker taker, CompletableFuture<PortPair> bound) {
        void attempt(int left) {
            int port = FIRST_PORT + 2 * ThreadLocalRandom.current().nextInt(PAIRS);
            open(Intake.rtp(path.peer(), taker), port).addListener((ChannelFuture even) -> {
                if (even.isSuccess()) {
                    openSecond(even.channel(), port, left);
                } else {
                    again(even.cause(), left);
                }
            });
        }

        private void openSecond(Channel even, int port, int left) {
            open(Intake.rtcp(path.peer(), taker), port + 1).addListener((ChannelFuture odd) -> {
                if (odd.isSuccess()) {
                    bound.complete(new PortPair(path.peer(), even, odd.channel()));
                } else {
                    ChannelFuture unused = even.close();
                    again(odd.cause(), left);
                }
            });
        }

        private void again(Throwable why, int left) {
            if (left > 1) {
                attempt(left - 1);
            } else {
                bound.completeExceptionally(
                        new IllegalStateException("no pair of UDP ports is free at " + path.local(), why));
            }
        }

        private ChannelFuture open(Intake intake, int port) {
            return new Bootstrap()
                    .group(loop)
                    .channel(kind())
                    .option(ChannelOption.SO_RCVBUF, SYSTEM_BUFFER)
                    .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LONGEST_DATAGRAM))
                    .handler(intake)
                    .bind(path.local(), port);
        }

        private static Class<? extends DatagramChannel> kind() {
            return Epoll.isAvailable() ? EpollDatagramChannel.class : NioDatagramChannel.class;
        }
    }
}

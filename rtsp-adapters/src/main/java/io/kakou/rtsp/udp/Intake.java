package io.kakou.rtsp.udp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What comes in at one port from its peer. One event loop. */
final class Intake extends SimpleChannelInboundHandler<DatagramPacket> {
    /** A keyframe of 180 KB behind its first packet. */
    private static final int MOST_WAITING = 128;

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final InetAddress peer;
    private final PortPair.Taker taker;
    private final @Nullable ReorderBuffer order;
    private @Nullable Future<?> timer;

    private Intake(InetAddress peer, PortPair.Taker taker, @Nullable ReorderBuffer order) {
        this.peer = peer;
        this.taker = taker;
        this.order = order;
    }

    /** Of RTP, put in order. */
    static Intake rtp(InetAddress peer, PortPair.Taker taker) {
        Consumer<ByteBuf> out = packet -> {
            try {
                taker.rtp(packet);
            } finally {
                packet.release();
            }
        };
        return new Intake(peer, taker, new ReorderBuffer(MOST_WAITING, PATIENCE_NANOS, out));
    }

    /** Of RTCP, as it comes. */
    static Intake rtcp(InetAddress peer, PortPair.Taker taker) {
        return new Intake(peer, taker, null);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        LoopPace.count(1);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket datagram) {
        if (!peer.equals(datagram.sender().getAddress())) {
            return; // whoever guesses a port must not put pictures into a camera's mouth
        }
        if (order == null) {
            taker.rtcp(datagram.content());
        } else {
            order.take(datagram.content().retain(), now(ctx));
            watch(ctx, order);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        taker.broken(cause);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        LoopPace.count(-1);
        if (timer != null) {
            timer.cancel(false);
        }
        if (order != null) {
            order.close();
        }
    }

    private void watch(ChannelHandlerContext ctx, ReorderBuffer watched) {
        if (timer == null && watched.waits() && !ctx.isRemoved()) {
            long wait = Math.max(0, watched.nanosLeft(now(ctx)));
            timer = ctx.executor().schedule(() -> due(ctx, watched), wait, TimeUnit.NANOSECONDS);
        }
    }

    private void due(ChannelHandlerContext ctx, ReorderBuffer watched) {
        timer = null;
        try {
            watched.tick(now(ctx));
        } catch (RuntimeException e) {
            taker.broken(e);
        }
        watch(ctx, watched);
    }

    private static long now(ChannelHandlerContext ctx) {
        return ctx.executor().ticker().nanoTime();
    }
}

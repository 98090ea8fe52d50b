package io.kakou.rtsp.simulate;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** A line of so many bytes a second: pieces that end wherever they end. */
final class NarrowOutlet implements Outlet {
    private static final double PIECE_SECONDS = 0.02;
    private static final int MOST_WAITING = 64 * 1024;

    private final Channel channel;
    private final int piece;
    private final Deque<ByteBuf> waiting = new ArrayDeque<>();
    private int bytesWaiting;
    private boolean ticking;
    private boolean closed;

    NarrowOutlet(Channel channel, double bytesASecond) {
        this.channel = channel;
        this.piece = (int) Math.max(1, bytesASecond * PIECE_SECONDS);
    }

    @Override
    public boolean hasRoom() {
        return bytesWaiting < MOST_WAITING && channel.isWritable();
    }

    @Override
    public void write(ByteBuf bytes) {
        if (closed) {
            bytes.release();
            return;
        }
        bytesWaiting += bytes.readableBytes();
        waiting.add(bytes);
        if (!ticking) {
            ticking = true;
            tick();
        }
    }

    @Override
    public void flush() {} // the line is always at it

    @Override
    public void close() {
        closed = true;
        waiting.forEach(ByteBuf::release);
        waiting.clear();
    }

    private void tick() {
        int left = piece;
        while (left > 0 && !waiting.isEmpty()) {
            ByteBuf next = waiting.element();
            int length = Math.min(left, next.readableBytes());
            ChannelFuture unused = channel.write(next.readRetainedSlice(length), channel.voidPromise());
            left -= length;
            bytesWaiting -= length;
            if (!next.isReadable()) {
                waiting.remove().release();
            }
        }
        channel.flush();
        ticking = !waiting.isEmpty();
        if (ticking) {
            var unused =
                    channel.eventLoop().schedule(this::tick, Math.round(PIECE_SECONDS * 1e9), TimeUnit.NANOSECONDS);
        }
    }
}

package io.kakou.rtsp.simulate;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** Where a camera's bytes leave. One event loop. */
interface Outlet {
    /** Whether what is written now leaves soon; else the camera skips to its next keyframe. */
    boolean hasRoom();

    /** Takes the bytes over; they may stay until {@link #flush}. */
    void write(ByteBuf bytes);

    /** Lets leave what was written. */
    void flush();

    /** Throws away what has not left. */
    void close();

    /** As fast as the connection takes it. */
    static Outlet wide(Channel channel) {
        return new Outlet() {
            @Override
            public boolean hasRoom() {
                if (!channel.isWritable()) {
                    channel.flush();
                }
                return channel.isWritable();
            }

            @Override
            public void write(ByteBuf bytes) {
                ChannelFuture unused = channel.write(bytes, channel.voidPromise());
            }

            @Override
            public void flush() {
                channel.flush();
            }

            @Override
            public void close() {}
        };
    }

    /**
     * Through a network that delays.
     *
     * @param outlet behind it
     * @param delay seconds, drawn at each writing; what was written earlier still leaves earlier
     */
    static Outlet late(Channel channel, Outlet outlet, DoubleSupplier delay) {
        return new Outlet() {
            private final Deque<ByteBuf> waiting = new ArrayDeque<>();
            private long newestLeaves = Long.MIN_VALUE;

            @Override
            public boolean hasRoom() {
                return outlet.hasRoom();
            }

            @Override
            public void write(ByteBuf bytes) {
                long now = channel.eventLoop().ticker().nanoTime();
                newestLeaves = Math.max(newestLeaves, now + Math.round(delay.getAsDouble() * 1e9));
                waiting.add(bytes);
                var unused = channel.eventLoop().schedule(this::leave, newestLeaves - now, TimeUnit.NANOSECONDS);
            }

            @Override
            public void flush() {} // each leaves when its delay is over

            @Override
            public void close() {
                waiting.forEach(ByteBuf::release);
                waiting.clear();
                outlet.close();
            }

            private void leave() {
                ByteBuf next = waiting.poll();
                if (next != null) {
                    outlet.write(next);
                    outlet.flush();
                }
            }
        };
    }
}

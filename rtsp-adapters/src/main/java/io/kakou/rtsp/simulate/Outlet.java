package io.kakou.rtsp.simulate;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;

/** Where a camera's bytes leave. One event loop. */
interface Outlet {
    /** Whether what is written now leaves soon; else the camera skips to its next keyframe. */
    boolean hasRoom();

    /** Takes the bytes over. */
    void write(ByteBuf bytes);

    /** Throws away what has not left. */
    void close();

    /** As fast as the connection takes it. */
    static Outlet wide(Channel channel) {
        return new Outlet() {
            @Override
            public boolean hasRoom() {
                return channel.isWritable();
            }

            @Override
            public void write(ByteBuf bytes) {
                ChannelFuture unused = channel.writeAndFlush(bytes, channel.voidPromise());
            }

            @Override
            public void close() {}
        };
    }
}

package io.kakou.benchmarks.interop;

import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.Programme;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.kakou.rtsp.wire.RtspPipeline;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One program pushes a stream here (RFC 2326 §10.3, §10.11), one client at a time plays it: the program's own description,
 * and its RTP and RTCP packets as they came. RECORD is answered once somebody plays, so that nothing is sent to nobody;
 * what a client does not read fast enough is dropped. All on one event loop.
 */
final class Relay implements Programme, AutoCloseable {
    private static final String PATH = "cam";

    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());
    private final CompletableFuture<PushConnection> pushing = new CompletableFuture<>();
    private final RtspServer server;
    private @Nullable Channel door;
    private @Nullable Player player;

    Relay() {
        // A client sets up the track's own path.
        this.server = RtspServer.live(
                loops, ServerSettings.defaults(), Map.of(PATH, this, PATH + '/' + PushConnection.TRACK, this));
    }

    void start() throws IOException {
        loops.start();
        server.start();
        ChannelFuture bound = new ServerBootstrap()
                .group(loops.group())
                .channel(RtspLoops.serverChannel())
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel program) {
                        RtspPipeline.addTo(program.pipeline());
                        program.pipeline().addLast(new PushConnection(Relay.this));
                    }
                })
                .bind("127.0.0.1", 0)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("nothing can be pushed to 127.0.0.1", bound.cause());
        }
        door = bound.channel();
    }

    /** Where to push to. */
    String door() {
        InetSocketAddress bound = (InetSocketAddress)
                Objects.requireNonNull(door, "start() first").localAddress();
        return "rtsp://127.0.0.1:" + bound.getPort() + '/' + PATH;
    }

    /** Where to play from, once a program has announced what it pushes. */
    String url(double seconds) throws IOException, InterruptedException {
        try {
            PushConnection unused = pushing.get(Math.round(seconds * 1e3), TimeUnit.MILLISECONDS);
            return server.url(PATH);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("nothing was announced within " + seconds + " s", e);
        }
    }

    /** A program tells what it will push; false where there is one already. */
    boolean announced(PushConnection program) {
        return pushing.complete(program);
    }

    /** @param kind 0 for RTP, 1 for RTCP */
    void passOn(int kind, ByteBuf packet) {
        Player to = player;
        if (to != null && to.connection.isWritable()) {
            int size = packet.readableBytes();
            ByteBuf out = to.connection.alloc().buffer(InterleavedFrame.HEADER_BYTES + size);
            InterleavedFrame.writeHeader(out, to.rtpChannel + kind, size);
            ChannelFuture unused = to.connection.writeAndFlush(out.writeBytes(packet, packet.readerIndex(), size));
        }
    }

    @Override
    public String description() {
        return pushing.isDone() ? pushing.join().description() : "";
    }

    @Override
    public Showing show(Channel connection, int rtpChannel) {
        return new Player(connection, rtpChannel);
    }

    @Override
    public void close() {
        server.close();
        if (door != null) {
            door.close().awaitUninterruptibly();
        }
        loops.close();
    }

    private final class Player implements Showing {
        private final Channel connection;
        private final int rtpChannel;

        Player(Channel connection, int rtpChannel) {
            this.connection = connection;
            this.rtpChannel = rtpChannel;
        }

        /** What the first packet will be only the program knows. */
        @Override
        public CompletionStage<String> prepare() {
            return CompletableFuture.completedFuture("");
        }

        @Override
        public void start() {
            player = this;
            var unused = pushing.thenAccept(PushConnection::begin);
        }

        @Override
        public void stop() {
            player = player == this ? null : player;
        }
    }
}

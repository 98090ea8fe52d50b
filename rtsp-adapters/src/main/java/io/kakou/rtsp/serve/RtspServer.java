package io.kakou.rtsp.serve;

import io.kakou.rtsp.ClockRange;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.wire.RtspPipeline;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An RTSP 1.0 server (RFC 2326) of H.264, over interleaved TCP or UDP. Every PLAY begins at its source's first unit, or,
 * of a {@link RecordedSource}, where {@code Range: clock=} says, in real time; sources are read by two threads for all sessions.
 */
public final class RtspServer implements AutoCloseable {
    /** What may wait for one slow client: a second or so of a large stream. */
    private static final WriteBufferWaterMark WAITING_BYTES = new WriteBufferWaterMark(256 * 1024, 1024 * 1024);

    private static final int BACKLOG = 2048;

    private final RtspLoops loops;
    private final ServerSettings settings;
    private final Function<FeedPool, Function<String, @Nullable Programme>> programmes;
    private @Nullable Listening listening;

    private record Listening(Channel door, ChannelGroup connections, FeedPool feeds) {}

    /**
     * @param loops may be shared with clients, started
     * @param streams by path, such as {@code cam-017}; slashes around it do not matter
     */
    public RtspServer(RtspLoops loops, ServerSettings settings, Map<String, StreamSource> streams) {
        this(loops, settings, byPath(streams)::get);
    }

    /**
     * @param loops may be shared with clients, started
     * @param streams by path, without slashes around it; null where there is none now. Asked on an event loop: it must
     *     not block
     */
    public RtspServer(RtspLoops loops, ServerSettings settings, Function<String, @Nullable StreamSource> streams) {
        this(settings, loops, feeds -> path -> {
            StreamSource source = streams.apply(path);
            return source == null ? null : new Source(source, settings, feeds);
        });
    }

    private RtspServer(
            ServerSettings settings,
            RtspLoops loops,
            Function<FeedPool, Function<String, @Nullable Programme>> programmes) {
        this.loops = loops;
        this.settings = settings;
        this.programmes = programmes;
    }

    /**
     * A server of programmes that go on whether somebody looks or not.
     *
     * @param programmes by path
     */
    public static RtspServer live(RtspLoops loops, ServerSettings settings, Map<String, Programme> programmes) {
        Map<String, Programme> shown = byPath(programmes);
        return new RtspServer(settings, loops, feeds -> shown::get);
    }

    private static <S> Map<String, S> byPath(Map<String, S> shown) {
        return shown.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(each -> StreamPath.of(each.getKey()), Map.Entry::getValue));
    }

    /** A source as a programme: each showing reads it from its first unit. */
    private record Source(StreamSource source, ServerSettings settings, FeedPool feeds) implements Programme {
        @Override
        public String description() {
            return Description.of(source.format());
        }

        @Override
        public CompletionStage<@Nullable Past> past(ClockRange range) {
            return source instanceof RecordedSource recorded
                    ? feeds.run(() -> past(recorded, range))
                    : CompletableFuture.completedFuture(null);
        }

        /** A recorder's span is over at its end. */
        private @Nullable Past past(RecordedSource recorded, ClockRange range) throws IOException {
            RecordedSource.Recorded found = recorded.within(range);
            return found == null
                    ? null
                    : new Past(new Source(found.source(), settings.withAtEnd(AtEnd.CLOSE), feeds), found.range());
        }

        @Override
        public Showing show(Channel connection, int rtpChannel) {
            return new Playback(connection, feeds, new Playback.Stream(source, settings, rtpChannel));
        }
    }

    /**
     * Listens; a second call does nothing.
     *
     * @throws IOException in one line, where the address cannot be listened on
     */
    public synchronized void start() throws IOException {
        if (listening != null) {
            return;
        }
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
        FeedPool feeds = new FeedPool();
        Function<String, @Nullable Programme> shown = programmes.apply(feeds);
        ChannelFuture bound = new ServerBootstrap()
                .group(loops.group())
                .channel(RtspLoops.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING_BYTES)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        connections.add(client);
                        RtspPipeline.addTo(client.pipeline());
                        client.pipeline().addLast(new ServerConnection(shown, settings));
                    }
                })
                .bind(settings.host(), settings.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            feeds.close();
            throw new IOException(
                    "cannot listen on " + settings.host() + ':' + settings.port() + ": "
                            + bound.cause().getMessage(),
                    bound.cause());
        }
        listening = new Listening(bound.channel(), connections, feeds);
    }

    /** The port that is listened on; {@link #start} comes first. */
    public synchronized int port() {
        if (listening == null) {
            throw new IllegalStateException("the server is not listening: start() it first");
        }
        return ((InetSocketAddress) listening.door().localAddress()).getPort();
    }

    /** A stream's address, without credentials. */
    public String url(String path) {
        String host = settings.host().contains(":") ? '[' + settings.host() + ']' : settings.host();
        return "rtsp://" + host + ':' + port() + '/' + StreamPath.of(path);
    }

    /** Ends every session, stops listening, and waits. Twice is fine. */
    @Override
    public synchronized void close() {
        if (listening != null) {
            listening.door().close().awaitUninterruptibly();
            listening.connections().close().awaitUninterruptibly();
            listening.feeds().close();
            listening = null;
        }
    }

    @Override
    public synchronized String toString() {
        return "RtspServer[" + settings.host() + ':' + (listening == null ? settings.port() : port()) + ']';
    }
}

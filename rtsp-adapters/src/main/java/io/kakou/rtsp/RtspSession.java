package io.kakou.rtsp;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.codec.Wanted;
import io.kakou.rtsp.wire.RtspPipeline;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at a camera: OPTIONS, DESCRIBE, SETUP of its video, PLAY, and keep-alives until it fails or is closed
 * (RFC 2326). It follows redirections, at most three. Whoever wants another attempt makes another session.
 */
public final class RtspSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RtspSession.class);
    private static final long CLOSE_SECONDS = 5;

    /** How far a session came. A request's name means that it was sent and is not answered yet. */
    public enum State {
        NEW,
        CONNECTING,
        OPTIONS,
        DESCRIBE,
        SETUP,
        PLAY,
        /** PLAY was answered; no packet of its video yet. */
        PLAYING,
        /** Packets of its video come; no whole keyframe yet. */
        RECEIVING,
        /** Access units come. */
        STREAMING,
        FAILED,
        CLOSED
    }

    /**
     * Hears of one session. Called on its event loop, which carries other cameras too: an implementation hands over and
     * returns, and never blocks.
     */
    public interface Listener {
        /**
         * A stage was reached, in the order of {@link State}, from CONNECTING again where the camera sends us on to
         * another address; FAILED and CLOSED are not told here.
         */
        void reached(State state);

        /** How its packets come, {@link Transport#TCP} or {@link Transport#UDP}; told before PLAY. */
        default void carried(Transport transport) {}

        /** What the camera's description offers: {@code video H264, audio PCMA}. */
        default void offered(String offer) {}

        /** What of its past a recorder says it plays; told before the first picture, where it says so. */
        default void plays(ClockRange range) {}

        /** So many packets never came since this was told last; told before the next picture. */
        default void lost(long packets) {}

        /** Which pictures it has a use for; asked as each begins. */
        default Wanted wanted() {
            return Wanted.EVERY_PICTURE;
        }

        /** One picture, in decoding order. */
        void accessUnit(AccessUnit unit);

        /** The session is over; called once at most, never after {@link RtspSession#close}, and last. */
        void failed(RtspException why);
    }

    /** What a conversation tells besides. */
    interface Owner extends Listener {
        /** The camera sends us on to there; nothing else is told afterwards. */
        void redirected(String location);
    }

    private final RtspLoops loops;
    private final RtspAddress address;
    private final Redirection redirection;
    private final SessionSettings settings;
    private final Listener listener;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile State state = State.NEW;
    private volatile @Nullable EventLoop loop;
    private @Nullable Channel channel;

    /**
     * @param loops shared with other cameras, started
     * @param listener called on an event loop
     */
    public RtspSession(RtspLoops loops, RtspAddress address, SessionSettings settings, Listener listener) {
        this.loops = loops;
        this.address = address;
        this.redirection = new Redirection(address);
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Begins; returns at once.
     *
     * @throws IllegalStateException the second time
     */
    public void start() {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("a session is one attempt; make another for " + address.camera());
        }
        EventLoop mine = loops.next();
        loop = mine;
        mine.execute(() -> lookUp(mine));
    }

    public State state() {
        return state;
    }

    /**
     * Says TEARDOWN where there is something to tear down and waits until that has left, unless called on an event loop;
     * the connection closes when it is answered, or soon.
     */
    @Override
    public void close() {
        beginClose();
        EventLoop mine = loop;
        if (mine != null && !mine.inEventLoop()) {
            awaitEnd();
        }
    }

    /** As {@link #close}, but returns at once: who closes many does not wait for each goodbye before the next is said. */
    public void beginClose() {
        EventLoop mine = loop;
        if (mine == null) {
            started.set(true);
            state = State.CLOSED;
        } else if (closing.compareAndSet(false, true)) {
            leaveOn(mine);
        }
    }

    @Override
    public String toString() {
        return "RtspSession[" + address.camera() + ", " + state + ']';
    }

    private void leaveOn(EventLoop mine) {
        try {
            mine.execute(this::leave);
        } catch (RejectedExecutionException e) {
            ended.countDown(); // the loops were closed first, and every connection with them
        }
    }

    private void awaitEnd() {
        try {
            if (!ended.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{}: its session is not closed after {} s", address.camera(), CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        if (over()) {
            return;
        }
        state = State.CLOSED;
        ChannelHandlerContext ctx = channel == null ? null : channel.pipeline().context(Conversation.class);
        if (ctx != null) {
            loops.leaves(ctx.channel());
            ((Conversation) ctx.handler()).leave(ctx).addListener(said -> ended.countDown());
            return;
        }
        if (channel != null) {
            ChannelFuture unused = channel.close();
        }
        end();
    }

    /** Lets {@link #close} return once the connection is gone. */
    private void end() {
        if (channel == null) {
            ended.countDown();
        } else {
            channel.closeFuture().addListener(gone -> ended.countDown());
        }
    }

    private boolean over() {
        return state == State.FAILED || state == State.CLOSED;
    }

    private void lookUp(EventLoop mine) {
        if (over()) {
            return;
        }
        tell.reached(State.CONNECTING);
        var unused = loops.lookUp(redirection.present().host())
                .whenCompleteAsync((found, why) -> lookedUp(mine, found), mine);
    }

    private void lookedUp(EventLoop mine, @Nullable InetAddress found) {
        if (over()) {
            return;
        }
        if (found == null) {
            fail(Code.UNKNOWN_HOST, "unknown host \"" + redirection.present().host() + '"');
        } else {
            connect(mine, new InetSocketAddress(found, redirection.present().port()));
        }
    }

    private void connect(EventLoop mine, InetSocketAddress to) {
        ChannelFuture connected = new Bootstrap()
                .group(mine)
                .channel(RtspLoops.clientChannel())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.ceil(settings.connectSeconds() * 1e3))
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel fresh) throws SSLException {
                        converse(fresh);
                    }
                })
                .connect(to);
        channel = connected.channel();
        connected.addListener(done -> connected(done.cause()));
    }

    private void converse(SocketChannel fresh) throws SSLException {
        RtspAddress there = redirection.present();
        if (there.tls()) {
            SslContext context = there.trust().context();
            fresh.pipeline().addLast(context.newHandler(fresh.alloc(), there.host(), there.port()));
        }
        RtspPipeline.addTo(fresh.pipeline());
        fresh.pipeline().addLast(new Conversation(there, settings, loops.clock(), tell));
    }

    private void connected(@Nullable Throwable why) {
        if (why instanceof ConnectTimeoutException) {
            fail(
                    Code.TIMED_OUT,
                    "no connection within " + settings.connectSeconds() + " s to " + redirection.present());
        } else if (why != null) {
            fail(Code.REFUSED, reason(why) + " at " + redirection.present());
        }
    }

    /** Netty repeats the address behind the system's words. */
    private static String reason(Throwable why) {
        Throwable root = why.getCause() == null ? why : why.getCause();
        String words = String.valueOf(root.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("refused")) {
            return "connection refused";
        }
        return words.contains("unreachable") || words.contains("no route") ? "no route" : "no connection";
    }

    private void fail(Code code, String message) {
        tell.failed(new RtspException(code, address.camera(), message));
    }

    /** What the conversation hears to: passes on until the end, and the end once. */
    private final Owner tell = new Owner() {
        @Override
        public void redirected(String location) {
            Channel left = channel;
            if (over() || left == null) {
                return;
            }
            try {
                redirection.follow(location);
            } catch (RtspException e) {
                failed(e);
                return;
            }
            channel = null;
            ChannelFuture unused = left.close();
            lookUp(left.eventLoop());
        }

        @Override
        public void carried(Transport transport) {
            if (!over()) {
                listener.carried(transport);
            }
        }

        @Override
        public void reached(State reached) {
            if (!over()) {
                state = reached;
                listener.reached(reached);
            }
        }

        @Override
        public void offered(String offer) {
            if (!over()) {
                listener.offered(offer);
            }
        }

        @Override
        public void plays(ClockRange range) {
            if (!over()) {
                listener.plays(range);
            }
        }

        @Override
        public void lost(long packets) {
            if (!over()) {
                listener.lost(packets);
            }
        }

        @Override
        public Wanted wanted() {
            return listener.wanted();
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            if (!over()) {
                listener.accessUnit(unit);
            }
        }

        @Override
        public void failed(RtspException why) {
            if (over()) {
                return;
            }
            state = State.FAILED;
            try {
                listener.failed(why);
            } finally {
                if (channel != null) {
                    ChannelFuture unused = channel.close();
                }
                end();
            }
        }
    };
}

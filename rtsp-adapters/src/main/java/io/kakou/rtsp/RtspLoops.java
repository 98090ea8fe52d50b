package io.kakou.rtsp;

import io.kakou.rtsp.udp.LoopPace;
import io.netty.channel.Channel;
import io.netty.channel.DefaultSelectStrategyFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SelectStrategyFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.spi.SelectorProvider;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads and the clock that all cameras share: one loop carries a street. Epoll where the machine has it, NIO
 * else.
 *
 * <p>Names are looked up on two threads of their own, since a lookup blocks.
 */
public final class RtspLoops implements AutoCloseable {
    private static final int LOOKUP_THREADS = 2;
    private static final int LOOKUPS_WAITING = 16_384;
    private static final long QUIET_MILLIS = 0;
    private static final long CLOSE_SECONDS = 5;

    /** A street of 1,562 is asked within 8 s; each asking costs some 2 ms of the loops. */
    private static final double ATTEMPTS_A_SECOND = 200;

    private final int threads;
    private final InstantSource clock;
    private final SelectStrategyFactory pace;
    private final Admission admission;
    private final Set<Channel> leaving = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Running running;

    private record Running(EventLoopGroup group, ThreadPoolExecutor lookups) {}

    /**
     * @param threads event loops, 1 or more
     * @param clock arrival times are read from it
     */
    public RtspLoops(int threads, InstantSource clock) {
        this(threads, clock, ATTEMPTS_A_SECOND);
    }

    /**
     * Loops for a street of cameras, which read what came in the last {@value LoopPace#STREAM_MILLIS} ms at once, or
     * {@value LoopPace#BUSY_MILLIS} where that is much work. Not for
     * servers: theirs send when it is time, and take in one caller each time that they look.
     */
    public static RtspLoops gathering(int threads, InstantSource clock) {
        return new RtspLoops(threads, clock, ATTEMPTS_A_SECOND, LoopPace::new);
    }

    /** @param attemptsPerSecond at most so many sessions of {@link RtspCamera}s begin, all cameras together */
    public RtspLoops(int threads, InstantSource clock, double attemptsPerSecond) {
        this(threads, clock, attemptsPerSecond, DefaultSelectStrategyFactory.INSTANCE);
    }

    private RtspLoops(int threads, InstantSource clock, double attemptsPerSecond, SelectStrategyFactory pace) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + "; allowed: 1 and more");
        }
        this.threads = threads;
        this.clock = clock;
        this.pace = pace;
        this.admission = new Admission(attemptsPerSecond);
    }

    /** Opens the loops; a second call does nothing. */
    public synchronized void start() {
        if (running == null) {
            IoHandlerFactory handlers = Epoll.isAvailable()
                    ? EpollIoHandler.newFactory(0, pace)
                    : NioIoHandler.newFactory(SelectorProvider.provider(), pace);
            ThreadPoolExecutor pool = new ThreadPoolExecutor(
                    LOOKUP_THREADS,
                    LOOKUP_THREADS,
                    10,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(LOOKUPS_WAITING),
                    new DefaultThreadFactory("rtsp-lookup", true));
            pool.allowCoreThreadTimeOut(true);
            running = new Running(
                    new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("rtsp", true), handlers), pool);
        }
    }

    /** Ends the loops for good and waits; whatever still runs on them is cut off, so cameras are closed first. */
    @Override
    public void close() {
        Running ending = running;
        if (ending != null) { // without a lock: what ends on the loops still asks for them
            ending.lookups().shutdownNow();
            awaitGoodbyes();
            ending.group()
                    .shutdownGracefully(QUIET_MILLIS, CLOSE_SECONDS, TimeUnit.SECONDS)
                    .awaitUninterruptibly(2 * CLOSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** A connection that closes when its goodbye is answered; {@link #close} gives it the time to. */
    void leaves(Channel connection) {
        leaving.add(connection);
        connection.closeFuture().addListener(gone -> leaving.remove(connection));
    }

    private void awaitGoodbyes() {
        long end = System.nanoTime() + Math.round(2 * Conversation.GOODBYE_SECONDS * 1e9);
        for (Channel connection : leaving) {
            connection.closeFuture().awaitUninterruptibly(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    /** Our clock. */
    public InstantSource clock() {
        return clock;
    }

    /** The loops themselves, for servers; {@link #start} comes first. */
    public EventLoopGroup group() {
        return running().group();
    }

    private Running running() {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("the loops are not running: start() them first");
        }
        return now;
    }

    /** Nanoseconds until a camera may try; the turn is taken. */
    long attemptWaits() {
        return admission.waitFor(System.nanoTime());
    }

    EventLoop next() {
        return group().next();
    }

    static Class<? extends SocketChannel> clientChannel() {
        return Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /** What a server on {@link #group} listens with. */
    public static Class<? extends ServerSocketChannel> serverChannel() {
        return Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    /** Looks a host up without blocking the caller; fails with {@link UnknownHostException} as the cause. */
    CompletionStage<InetAddress> lookUp(String host) {
        byte[] literal = NetUtil.createByteArrayFromIpAddressString(host);
        if (literal != null) {
            return CompletableFuture.completedFuture(host).thenApply(RtspLoops::address);
        }
        try {
            return CompletableFuture.supplyAsync(() -> address(host), running().lookups());
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CompletionException(e);
        }
    }
}

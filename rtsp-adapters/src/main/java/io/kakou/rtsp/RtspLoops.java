package io.kakou.rtsp;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
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
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads and the clock that all cameras share: one loop carries a street. Epoll where the machine has it, NIO else.
 *
 * <p>Names are looked up on two threads of their own, since a lookup blocks.
 */
public final class RtspLoops implements AutoCloseable {
    private static final int LOOKUP_THREADS = 2;
    private static final int LOOKUPS_WAITING = 16_384;
    private static final long QUIET_MILLIS = 0;
    private static final long CLOSE_SECONDS = 5;

    private final int threads;
    private final InstantSource clock;
    private @Nullable EventLoopGroup group;
    private @Nullable ThreadPoolExecutor lookups;

    /**
     * @param threads event loops, 1 or more
     * @param clock arrival times are read from it
     */
    public RtspLoops(int threads, InstantSource clock) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + "; allowed: 1 and more");
        }
        this.threads = threads;
        this.clock = clock;
    }

    /** Opens the loops; a second call does nothing. */
    public synchronized void start() {
        if (group == null) {
            IoHandlerFactory handlers = Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
            group = new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("rtsp", true), handlers);
            ThreadPoolExecutor pool = new ThreadPoolExecutor(
                    LOOKUP_THREADS,
                    LOOKUP_THREADS,
                    10,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(LOOKUPS_WAITING),
                    new DefaultThreadFactory("rtsp-lookup", true));
            pool.allowCoreThreadTimeOut(true);
            lookups = pool;
        }
    }

    /** Ends the loops and waits; whatever still runs on them is cut off. Twice is fine. */
    @Override
    public synchronized void close() {
        if (lookups != null) {
            lookups.shutdownNow();
            lookups = null;
        }
        if (group != null) {
            group.shutdownGracefully(QUIET_MILLIS, CLOSE_SECONDS, TimeUnit.SECONDS)
                    .awaitUninterruptibly(2 * CLOSE_SECONDS, TimeUnit.SECONDS);
            group = null;
        }
    }

    /** Our clock. */
    public InstantSource clock() {
        return clock;
    }

    /** The loops themselves, for servers; {@link #start} comes first. */
    public synchronized EventLoopGroup group() {
        if (group == null) {
            throw new IllegalStateException("the loops are not running: start() them first");
        }
        return group;
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
    synchronized CompletionStage<InetAddress> lookUp(String host) {
        byte[] literal = NetUtil.createByteArrayFromIpAddressString(host);
        if (literal != null || lookups == null) {
            return CompletableFuture.completedFuture(host).thenApply(RtspLoops::address);
        }
        try {
            return CompletableFuture.supplyAsync(() -> address(host), lookups);
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

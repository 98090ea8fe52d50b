package io.kakou.analysis.lift.modbus;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that all Modbus controllers share: one for the network, one for what comes of it. */
public final class ModbusLoops implements AutoCloseable {
    /** What was cut off just before is told so first. */
    private static final long QUIET_MILLIS = 100;

    private static final long END_MILLIS = 2_000;
    private static final int MOST_WAITING = 4096;

    private final EventLoopGroup network = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("lift-modbus", true), NioIoHandler.newFactory());
    /** What still comes when nobody listens any more is of no use. */
    private final ExecutorService answers = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            new DefaultThreadFactory("lift-answers", true),
            new ThreadPoolExecutor.DiscardPolicy());

    EventLoopGroup network() {
        return network;
    }

    ExecutorService answers() {
        return answers;
    }

    @Override
    public void close() {
        var unused = network.shutdownGracefully(QUIET_MILLIS, END_MILLIS, TimeUnit.MILLISECONDS);
        answers.shutdown();
    }
}

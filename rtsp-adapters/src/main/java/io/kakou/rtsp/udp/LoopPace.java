package io.kakou.rtsp.udp;

import io.netty.channel.SelectStrategy;
import io.netty.util.IntSupplier;
import io.netty.util.concurrent.FastThreadLocal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets a busy loop ask for what came no oftener than every so often, as network cards do with their interrupts: 1,562
 * cameras send 39,000 pictures a second, and to be woken by each costs more than to read it. A loop that is woken
 * seldomer, by a few cameras, does not wait. One thread, the loop's own.
 *
 * <p>By clients side by side on one street, 2 ms save a tenth of a client's time, 5 ms a sixth, {@value #STREAM_MILLIS} ms a
 * third. A loop that takes much of a core for all that gathers for up to {@value #BUSY_MILLIS} ms, two pictures of each
 * camera. Tasks that are due are not held up; one that another thread hands in waits until the pause ends at worst.
 */
public final class LoopPace implements SelectStrategy {
    /** Half a picture; the slow filter of our time believes the least delayed picture of each second. */
    public static final long STREAM_MILLIS = 20;

    public static final long BUSY_MILLIS = 80;
    /** Shares of a core from which and up to which the pause grows. */
    private static final double BUSY_FROM = 0.05;

    private static final double BUSY_TO = 0.15;
    private static final double LEARNING = 0.05;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** TCP waits for whoever reads late, datagrams are lost: a camera at 100 Mb/s sends 63 kB meanwhile, of 208 that fit. */
    static final long DATAGRAM_MILLIS = 5;

    private static final FastThreadLocal<LoopPace> THIS_LOOPS = new FastThreadLocal<>();

    private int datagrams;
    private long last = System.nanoTime() - nanos();
    private long spent = -1;
    private double share;

    /** Counts ports that datagrams come to, on the loop that reads them. */
    static void count(int more) {
        @Nullable LoopPace pace = THIS_LOOPS.get();
        if (pace != null) {
            pace.datagrams += more;
        }
    }

    @Override
    public int calculateStrategy(IntSupplier selectNow, boolean hasTasks) throws Exception {
        THIS_LOOPS.set(this);
        if (hasTasks) {
            return selectNow.get();
        }
        long left = last + nanos() - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
        long now = System.nanoTime();
        learn(THREADS.getCurrentThreadCpuTime(), now - last);
        last = now;
        return SelectStrategy.SELECT;
    }

    /** @param cpu of this thread so far, in ns; negative where the machine does not tell */
    void learn(long cpu, long nanos) {
        if (spent >= 0 && nanos > 0) {
            share += LEARNING * ((cpu - spent) / (double) nanos - share);
        }
        spent = cpu;
    }

    /** Between one asking and the next. */
    long nanos() {
        if (datagrams > 0) {
            return TimeUnit.MILLISECONDS.toNanos(DATAGRAM_MILLIS);
        }
        double busy = Math.max(0, Math.min(1, (share - BUSY_FROM) / (BUSY_TO - BUSY_FROM)));
        return Math.round((STREAM_MILLIS + busy * (BUSY_MILLIS - STREAM_MILLIS)) * 1e6);
    }
}

package io.kakou.benchmarks.interop;

import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspException;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.RtspSession;
import io.kakou.rtsp.SessionSettings;
import io.kakou.rtsp.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One session, and what it heard up to a number of pictures. */
final class Viewing implements RtspSession.Listener, AutoCloseable {
    private final RtspSession session;
    private final int most;
    private final List<AccessUnit> units = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Transport carried;
    private @Nullable RtspException failure;
    private long lost;
    private long began;
    private long lastCame;

    Viewing(RtspLoops loops, String url, Transport transport, int most) {
        this.most = most;
        this.session = new RtspSession(
                loops, RtspAddress.of("cam", url), SessionSettings.defaults().withTransport(transport), this);
    }

    void start() {
        synchronized (this) {
            began = System.nanoTime();
            lastCame = began;
        }
        session.start();
    }

    /** Until all pictures have come, or no more will; not longer than that. */
    void await(double seconds) throws InterruptedException {
        boolean unused = over.await(Math.round(seconds * 1e3), TimeUnit.MILLISECONDS);
    }

    @Override
    public void reached(RtspSession.State state) {}

    @Override
    public synchronized void carried(Transport transport) {
        carried = transport;
    }

    @Override
    public synchronized void lost(long packets) {
        lost += packets;
    }

    @Override
    public synchronized void accessUnit(AccessUnit unit) {
        if (units.size() < most) {
            units.add(unit);
            lastCame = System.nanoTime();
        }
        if (units.size() == most) {
            over.countDown();
        }
    }

    @Override
    public synchronized void failed(RtspException why) {
        failure = why;
        over.countDown();
    }

    synchronized List<AccessUnit> units() {
        return List.copyOf(units);
    }

    synchronized @Nullable Transport carried() {
        return carried;
    }

    synchronized @Nullable RtspException failure() {
        return failure;
    }

    synchronized long lost() {
        return lost;
    }

    /** From the start to the last picture. */
    synchronized double seconds() {
        return (lastCame - began) / 1e9;
    }

    @Override
    public void close() {
        session.close();
    }
}

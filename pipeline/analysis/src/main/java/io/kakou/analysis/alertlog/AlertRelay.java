package io.kakou.analysis.alertlog;

import io.kakou.analysis.flow.Ending;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands alerts from the spool to a sink, in order, on a thread of its own; tries for ever. */
public final class AlertRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertRelay.class);
    private static final int MOST_AT_ONCE = 64;
    private static final double POLL_SECONDS = 0.5;

    private final AlertSpool spool;
    private final AlertSink sink;
    private final SpoolSettings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "alert-relay");
    private boolean publishing;
    private int failures;

    /** A relay that does not run; neither spool nor sink is closed with it. */
    public AlertRelay(AlertSpool spool, AlertSink sink, SpoolSettings settings) {
        this.spool = spool;
        this.sink = sink;
        this.settings = settings;
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Stops; what is not acknowledged by then is told after the next start. */
    @Override
    public void close() {
        synchronized (this) {
            stopped.countDown();
            // Only there: an interrupt amid file access would close the file.
            if (publishing) {
                thread.interrupt();
            }
        }
        Ending.await(thread);
    }

    private void run() {
        try {
            while (stopped.getCount() > 0) {
                relay();
            }
        } catch (InterruptedException e) {
            LOG.debug("the relay of alerts was told to stop");
        }
    }

    private void relay() throws InterruptedException {
        try {
            List<SpooledAlert> alerts = spool.unsent(MOST_AT_ONCE, POLL_SECONDS);
            if (!alerts.isEmpty()) {
                publish(alerts);
                spool.acknowledged(alerts.get(alerts.size() - 1).number() + 1);
                failures = 0;
            }
        } catch (IOException | RuntimeException e) {
            failures++;
            if (failures == 1) {
                LOG.warn(
                        "alerts wait on this machine's disk and are offered again: {}", String.valueOf(e.getMessage()));
            }
            boolean unused = stopped.await((long) (settings.retrySeconds(failures) * 1e9), TimeUnit.NANOSECONDS);
        }
    }

    private void publish(List<SpooledAlert> alerts) throws IOException, InterruptedException {
        synchronized (this) {
            if (stopped.getCount() == 0) {
                throw new InterruptedException();
            }
            publishing = true;
        }
        try {
            sink.publish(alerts);
        } finally {
            synchronized (this) {
                publishing = false;
                // One that came too late for the sink must not meet a file.
                boolean unused = Thread.interrupted();
            }
        }
    }
}

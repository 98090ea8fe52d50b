package io.kakou.rtsp;

import io.kakou.rtsp.RtspSession.State;
import io.kakou.rtsp.codec.Wanted;
import io.netty.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one camera open: session after session, until closed. */
public final class RtspCamera implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RtspCamera.class);

    /**
     * Hears of one camera. Called on event loops that carry other cameras too: an implementation hands over and
     * returns, and never blocks. Calls never overlap.
     */
    public interface Listener {
        /** The present session reached a stage. */
        void reached(State state);

        /** So many packets never came since this was told last; told before the next picture. */
        default void lost(long packets) {}

        /** Which pictures it has a use for; asked as each begins. */
        default Wanted wanted() {
            return Wanted.EVERY_PICTURE;
        }

        /** One picture, in decoding order. {@code seconds} and {@code at} begin anew with each session. */
        void accessUnit(AccessUnit unit);

        /** The session broke; the next one begins after the seconds given, or a little later where many wait. */
        void retrying(RtspException why, double seconds);
    }

    private final RtspLoops loops;
    private final RtspAddress address;
    private final CameraSettings settings;
    private final Listener listener;
    private @Nullable RtspSession session;
    private @Nullable Future<?> retry;
    private boolean started;
    private boolean closed;
    private int failures;
    private long streamingSince;
    private final TransportChoice transport;

    /**
     * @param loops shared with other cameras, started
     * @param listener called on event loops
     */
    public RtspCamera(RtspLoops loops, RtspAddress address, CameraSettings settings, Listener listener) {
        this.loops = loops;
        this.address = address;
        this.settings = settings;
        this.listener = listener;
        this.transport = new TransportChoice(settings.session().transport(), address.tls());
    }

    /** Begins; returns at once. A second call does nothing. */
    public synchronized void start() {
        if (!started && !closed) {
            started = true;
            admit();
        }
    }

    /** Ends the session and waits, unless called on an event loop; the listener hears nothing afterwards. */
    @Override
    public void close() {
        RtspSession last = end();
        if (last != null) {
            last.close();
        }
    }

    /** As {@link #close}, but returns at once; {@link #close} then waits. */
    public void beginClose() {
        RtspSession last = end();
        if (last != null) {
            last.beginClose();
        }
    }

    private synchronized @Nullable RtspSession end() {
        closed = true;
        if (retry != null) {
            retry.cancel(false);
        }
        return session;
    }

    @Override
    public synchronized String toString() {
        return "RtspCamera[" + address.camera() + ", " + (session == null ? State.NEW : session.state()) + ']';
    }

    private synchronized void admit() {
        if (!closed) {
            long nanos = loops.attemptWaits();
            if (nanos > 0) {
                later(this::open, nanos);
            } else {
                open();
            }
        }
    }

    private synchronized void open() {
        if (!closed) {
            streamingSince = 0;
            SessionSettings next = settings.session().withTransport(transport.begin());
            session = new RtspSession(loops, address, next, new Sessions());
            session.start();
        }
    }

    private synchronized void cameTo(State state) {
        streamingSince = state == State.STREAMING ? now() : streamingSince;
        transport.reached(state);
    }

    private synchronized void carriedBy(Transport how) {
        transport.carried(how);
    }

    /** Where it broke of its transport, the line says what is tried next. */
    private synchronized RtspException told(RtspException why) {
        return transport.failed(why.code())
                ? new RtspException(
                        why.code(),
                        why.camera(),
                        why.reason() + "; next over " + (transport.next() == Transport.UDP ? "UDP" : "TCP"))
                : why;
    }

    private synchronized double planRetry(RtspException.Code code) {
        boolean ranWell = streamingSince != 0 && (now() - streamingSince) / 1e9 >= settings.wellSeconds();
        failures = ranWell ? 1 : failures + 1;
        double seconds = settings.retrySeconds(
                code, failures, ThreadLocalRandom.current().nextDouble());
        later(this::admit, Math.round(seconds * 1e9));
        return seconds;
    }

    private synchronized void later(Runnable task, long nanos) {
        try {
            retry = loops.next().schedule(task, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            closed = true; // the loops were closed under us
        }
    }

    private static long now() {
        return System.nanoTime() | 1;
    }

    /** One session's word, passed on. */
    private final class Sessions implements RtspSession.Listener {
        private Transport carried = Transport.AUTO;

        @Override
        public void carried(Transport how) {
            carried = how;
            carriedBy(how);
        }

        @Override
        public void reached(State state) {
            cameTo(state);
            if (state == State.STREAMING) {
                LOG.info("{}: streaming over {} from {}", address.camera(), carried, address);
            }
            listener.reached(state);
        }

        @Override
        public void lost(long packets) {
            listener.lost(packets);
        }

        @Override
        public Wanted wanted() {
            return listener.wanted();
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            listener.accessUnit(unit);
        }

        @Override
        public void failed(RtspException why) {
            RtspException told = told(why);
            double seconds = planRetry(why.code());
            LOG.warn("{}; next try in {} s", told.getMessage(), Math.round(seconds * 10) / 10.0);
            listener.retrying(told, seconds);
        }
    }
}

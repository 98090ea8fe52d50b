package io.kakou.analysis.camera;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.analysis.flow.Ending;
import io.kakou.analysis.flow.Mailbox;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Judged;
import io.kakou.analysis.watch.Moment;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one live camera on a thread of its own. When the thread falls behind, what waits is let go up to the next
 * keyframe and counted; the network is never held up.
 */
public final class LiveCamera implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCamera.class);
    /** Four seconds at 25 frames a second: longer than a slow look, short enough to stay live. */
    private static final int WAITING = 100;

    private static final double POLL_SECONDS = 1;

    private final CameraWatch watch;
    private final Consumer<Judged> sink;
    private final Mailbox<Coded> mailbox = new Mailbox<>(WAITING, coded -> coded.unit.keyframe());
    private final AtomicLong session = new AtomicLong();
    private final Thread thread;
    private volatile boolean broken;

    /** A coded picture and the session it came in. */
    private record Coded(long session, AccessUnit unit) {}

    /**
     * A camera that is not watched yet.
     *
     * @param watch closed with this
     * @param sink called on the camera's thread with every look
     */
    public LiveCamera(String camera, CameraWatch watch, Consumer<Judged> sink) {
        this.watch = watch;
        this.sink = sink;
        this.thread = new Thread(this::run, "decode:" + camera);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** A new session begins: what comes now has a timeline of its own. */
    public void sessionBegins() {
        session.incrementAndGet();
    }

    /** Takes a coded picture of the newest session; never waits. */
    public void accept(AccessUnit unit) {
        mailbox.offer(new Coded(session.get(), unit));
    }

    /** Coded pictures let go because looking took longer than they lasted. */
    public long dropped() {
        return mailbox.dropped();
    }

    /** Whether a bug ended the watching; only a new camera goes on. */
    public boolean isBroken() {
        return broken;
    }

    @Override
    public void close() {
        mailbox.close();
        thread.interrupt();
        Ending.await(thread);
        // The thread closes it too; one that never ran does not.
        watch.close();
    }

    private void run() {
        try (watch;
                Decoding decoding = new Decoding()) {
            while (!mailbox.isClosed()) {
                decoding.accept(mailbox.take(POLL_SECONDS));
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was told to stop", thread.getName());
        } catch (RuntimeException bug) {
            broken = true;
            LOG.error("{} stopped: this camera is not watched any more", thread.getName(), bug);
        }
    }

    /** What the thread owns: the decoder of the session it is in, and the camera's timeline. */
    private final class Decoding implements AutoCloseable {
        private Codec codec = Codec.H264;
        private StreamDecoder decoder = new StreamDecoder(codec);
        private final Timeline timeline = new Timeline();
        private long current = -1;
        private Instant origin = Instant.EPOCH;

        void accept(@Nullable Coded coded) {
            if (coded == null) {
                return;
            }
            if (coded.session != current) {
                begin(coded);
            }
            double seconds = timeline.seconds(coded.unit);
            origin = coded.unit.at().minusNanos(Math.round(seconds * 1e9));
            decoder.send(coded.unit.bytes(), seconds);
            watchAll();
        }

        /** What the decoder still held belongs to the session before. */
        private void begin(Coded first) {
            decoder.flush();
            watchAll();
            if (first.unit.codec() != codec) {
                decoder.close();
                codec = first.unit.codec();
                decoder = new StreamDecoder(codec);
            }
            current = first.session;
            timeline.begin(first.unit);
        }

        private void watchAll() {
            for (DecodedFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
                Instant at = Look.instant(origin, frame.seconds());
                // A frame's number begins anew with each session; its time does not.
                Judged judged = watch.see(frame, new Moment("t" + at.toEpochMilli(), frame.seconds(), at));
                if (judged != null) {
                    sink.accept(judged);
                }
            }
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}

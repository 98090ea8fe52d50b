package io.kakou.app.check;

import io.kakou.events.Stage;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspException;
import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.RtspSession;
import io.kakou.rtsp.RtspSession.State;
import io.kakou.rtsp.SessionSettings;
import io.kakou.rtsp.Transport;
import io.kakou.rtsp.codec.AfterLoss;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at one camera for some seconds. */
public final class CameraCheck {
    /** Shorter than a session that runs: a person waits. */
    private static final SessionSettings PATIENCE =
            new SessionSettings(5, 5, 8, 8, 20, 8 << 20, AfterLoss.WAIT_FOR_KEYFRAME);

    private final RtspLoops loops;
    private final double seconds;
    private final SessionSettings patience;

    /**
     * A check that can be run often.
     *
     * @param loops started
     * @param seconds of video to look at after the first keyframe
     */
    public CameraCheck(RtspLoops loops, double seconds) {
        this(loops, seconds, PATIENCE);
    }

    CameraCheck(RtspLoops loops, double seconds, SessionSettings patience) {
        if (!(seconds >= 0.5 && seconds <= 600)) {
            throw new IllegalArgumentException("--seconds is " + seconds + "; allowed: 0.5 to 600");
        }
        this.loops = loops;
        this.seconds = seconds;
        this.patience = patience;
    }

    /**
     * Opens the camera, looks, and says goodbye. One that agrees to send over TCP and sends nothing is asked for UDP, as
     * it would be when it is watched.
     *
     * @throws CheckFailed naming the stage, where the camera gives no picture
     */
    public CheckReport run(RtspAddress address) throws CheckFailed, InterruptedException {
        Heard overTcp = new Heard();
        try {
            return look(address, patience, overTcp);
        } catch (CheckFailed silent) {
            if (address.tls() || !overTcp.isSilentOverTcp()) {
                throw silent;
            }
            return lookOverUdp(address, silent);
        }
    }

    private CheckReport lookOverUdp(RtspAddress address, CheckFailed silent) throws CheckFailed, InterruptedException {
        try {
            return look(address, patience.withTransport(Transport.UDP), new Heard())
                    .advisedFirst("it agrees to send over TCP and sends nothing; over UDP it does, and is watched so:"
                            + " renew its firmware, and let UDP through every firewall");
        } catch (CheckFailed either) {
            throw new CheckFailed(silent.stage(), silent.why() + "; over UDP: " + either.why());
        }
    }

    private CheckReport look(RtspAddress address, SessionSettings settings, Heard heard)
            throws CheckFailed, InterruptedException {
        try (RtspSession session = new RtspSession(loops, address, settings, heard)) {
            session.start();
            return heard.report();
        }
    }

    private final class Heard implements RtspSession.Listener {
        private final long began = System.nanoTime();
        private final CountDownLatch done = new CountDownLatch(1);
        private final Sight sight = new Sight();
        private State reached = State.NEW;
        private String offer = "";
        private Transport carrier = Transport.AUTO;
        private @Nullable Code broke;
        private double playing;
        private double keyframe;
        private @Nullable CheckFailed failure;

        @Override
        public synchronized void reached(State state) {
            reached = state;
            playing = state == State.PLAYING ? elapsed() : playing;
            keyframe = state == State.STREAMING ? elapsed() : keyframe;
        }

        @Override
        public synchronized void carried(Transport transport) {
            carrier = transport;
        }

        @Override
        public synchronized void offered(String all) {
            offer = all;
        }

        @Override
        public synchronized void accessUnit(AccessUnit unit) {
            sight.see(unit);
            if (sight.seconds() >= seconds) {
                done.countDown();
            }
        }

        @Override
        public synchronized void failed(RtspException why) {
            broke = why.code();
            // What came before it broke is still worth telling.
            if (sight.seconds() == 0) {
                failure = new CheckFailed(StageReached.failed(why, reached), why.reason());
            }
            done.countDown();
        }

        CheckReport report() throws CheckFailed, InterruptedException {
            // A stream that is slower than its own timeline must not keep a person waiting for ever.
            boolean ended = done.await(Math.round((seconds * 2 + 60) * 1e3), TimeUnit.MILLISECONDS);
            synchronized (this) {
                if (failure != null) {
                    throw failure;
                }
                if (!ended && sight.seconds() == 0) {
                    throw new CheckFailed(Stage.FIRST_KEYFRAME, "no picture came");
                }
                return sight.report(offer, carrier, new Sight.Start(playing == 0 ? keyframe : playing, keyframe));
            }
        }

        synchronized boolean isSilentOverTcp() {
            return broke == Code.SILENT && carrier == Transport.TCP && reached == State.PLAYING;
        }

        private double elapsed() {
            return (System.nanoTime() - began) / 1e9;
        }
    }
}

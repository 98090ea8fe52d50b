package io.kakou.analysis.record.elsewhere;

import io.kakou.analysis.record.spool.StreamRecorder;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.ClockRange;
import io.kakou.rtsp.RtspException;
import io.kakou.rtsp.RtspSession;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a recorder plays, on its way to the disk with the time it was shown at. Called on an event loop; never waits. */
final class Past implements RtspSession.Listener {
    private final Wanted wanted;
    private final StreamRecorder recorder;
    private final CountDownLatch over = new CountDownLatch(1);
    private Instant begins;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable String why;

    Past(Wanted wanted, StreamRecorder recorder) {
        this.wanted = wanted;
        this.recorder = recorder;
        this.begins = wanted.from();
    }

    /** Where it says so, it begins at the keyframe before what was asked for. */
    @Override
    public synchronized void plays(ClockRange range) {
        begins = range.from();
    }

    @Override
    public void reached(RtspSession.State state) {}

    @Override
    public synchronized void accessUnit(AccessUnit unit) {
        Instant at = begins.plusNanos(Math.round(unit.seconds() * 1e9));
        if (!at.isBefore(wanted.to())) {
            over.countDown();
            return;
        }
        first = first == null ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        recorder.accept(
                new AccessUnit(unit.codec(), unit.keyframe(), unit.seconds(), at, unit.cameraTime(), unit.bytes()));
    }

    @Override
    public synchronized void failed(RtspException failure) {
        why = failure.getMessage();
        over.countDown();
    }

    boolean await(double seconds) throws InterruptedException {
        return over.await(Math.round(seconds * 1e9), TimeUnit.NANOSECONDS);
    }

    /** When the first picture was shown; null where none came. */
    synchronized @Nullable Instant first() {
        return first;
    }

    /** When the last was. */
    synchronized @Nullable Instant last() {
        return last;
    }

    /** How it ended, in the session's words; null where it was not told. */
    synchronized @Nullable String why() {
        return why;
    }
}

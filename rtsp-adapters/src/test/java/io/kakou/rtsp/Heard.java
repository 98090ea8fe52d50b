package io.kakou.rtsp;

import io.kakou.rtsp.codec.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What a session or a camera told, to be taken with a time limit. */
final class Heard implements RtspSession.Owner, RtspCamera.Listener {
    private static final long LIMIT_SECONDS = 20;

    final BlockingQueue<AccessUnit> units = new LinkedBlockingQueue<>();
    final BlockingQueue<RtspSession.State> states = new LinkedBlockingQueue<>();
    final BlockingQueue<RtspException> failures = new LinkedBlockingQueue<>();
    final BlockingQueue<Double> retries = new LinkedBlockingQueue<>();

    final BlockingQueue<Transport> carriers = new LinkedBlockingQueue<>();
    final AtomicLong lost = new AtomicLong();

    @Override
    public void carried(Transport transport) {
        carriers.add(transport);
    }

    @Override
    public void redirected(String location) {
        throw new AssertionError("only a session follows to " + location);
    }

    @Override
    public void lost(long packets) {
        lost.addAndGet(packets);
    }

    @Override
    public void reached(RtspSession.State state) {
        states.add(state);
    }

    @Override
    public Wanted wanted() {
        return Wanted.EVERY_PICTURE;
    }

    @Override
    public void accessUnit(AccessUnit unit) {
        units.add(unit);
    }

    @Override
    public void failed(RtspException why) {
        failures.add(why);
    }

    @Override
    public void retrying(RtspException why, double seconds) {
        retries.add(seconds);
        failures.add(why);
    }

    RtspException failure() throws InterruptedException {
        return next(failures);
    }

    List<AccessUnit> take(int count) throws InterruptedException {
        List<AccessUnit> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(next(units));
        }
        return taken;
    }

    void awaitState(RtspSession.State state) throws InterruptedException {
        RtspSession.State reached = next(states);
        while (reached != state) {
            reached = next(states);
        }
    }

    private <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T taken = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (taken == null) {
            throw new AssertionError("nothing came within " + LIMIT_SECONDS + " s; failures so far: " + failures);
        }
        return taken;
    }
}

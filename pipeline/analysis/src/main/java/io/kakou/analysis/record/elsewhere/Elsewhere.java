package io.kakou.analysis.record.elsewhere;

import io.kakou.analysis.flow.Backlog;
import io.kakou.analysis.flow.Ending;
import io.kakou.analysis.record.index.Cause;
import io.kakou.analysis.record.index.FootageIndex;
import io.kakou.analysis.record.index.Gap;
import io.kakou.analysis.record.index.IndexLine;
import io.kakou.analysis.record.spool.FootageWriter;
import io.kakou.analysis.record.spool.StreamRecorder;
import io.kakou.events.Camera;
import io.kakou.rtsp.RtspSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches spans from the street's own recorder, one after the other, in real time. Safe for many threads. */
public final class Elsewhere implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);
    private static final int MOST_WAITING = 256;
    private static final double POLL_SECONDS = 0.5;
    /** A recorder writes what it took a moment later. */
    private static final double WRITTEN_SECONDS = 5;

    private static final double BEGIN_SECONDS = 30;
    private static final double SLACK_SECONDS = 2;

    private final FootageWriter writer;
    private final FootageIndex index;
    private final Sessions sessions;
    private final InstantSource clock;
    private final Backlog<Wanted> backlog = new Backlog<>(MOST_WAITING, Long.MAX_VALUE);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "record-elsewhere");

    /** One that does not run. */
    public Elsewhere(FootageWriter writer, FootageIndex index, Sessions sessions, InstantSource clock) {
        this.writer = writer;
        this.index = index;
        this.sessions = sessions;
        this.clock = clock;
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /**
     * Has a span fetched, when it is over and those before it are fetched.
     *
     * @return false where too many wait
     * @throws IllegalArgumentException in one line, where it is no span
     */
    public boolean want(Camera camera, Instant from, Instant to) {
        return backlog.offer(new Wanted(camera, from, to), 0);
    }

    private void run() {
        try {
            while (!backlog.isDone() && closing.getCount() > 0) {
                Wanted next = backlog.take(POLL_SECONDS);
                if (next != null && isOver(next)) {
                    fetch(next);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("told to stop");
        }
    }

    /** Waits until the recorder has it all; false where we were closed before. */
    private boolean isOver(Wanted wanted) throws InterruptedException {
        double wait = Duration.between(clock.instant(), wanted.to()).toMillis() / 1000.0 + WRITTEN_SECONDS;
        return !closing.await(Math.round(Math.max(0, wait) * 1000), TimeUnit.MILLISECONDS);
    }

    private void fetch(Wanted wanted) throws InterruptedException {
        try (StreamRecorder recorder = writer.past(wanted.camera().id())) {
            Past past = new Past(wanted, recorder);
            try (RtspSession session = sessions.of(wanted.camera(), wanted.range(), past)) {
                session.start();
                boolean unused = past.await(BEGIN_SECONDS + wanted.seconds() * 1.2);
            }
            tell(wanted, past);
        } catch (IllegalArgumentException e) {
            LOG.warn("{} is not fetched: {}", wanted.camera().id(), e.getMessage());
            miss(wanted, wanted.from(), wanted.to());
        }
    }

    private void tell(Wanted wanted, Past past) {
        Instant first = past.first();
        Instant last = past.last();
        String camera = wanted.camera().id();
        if (first == null || last == null) {
            LOG.warn("nothing of {} from {} could be had: {}", camera, wanted.from(), past.why());
            miss(wanted, wanted.from(), wanted.to());
            return;
        }
        LOG.info("{} from {} to {} was fetched from the street's recorder", camera, first, last);
        if (seconds(wanted.from(), first) > SLACK_SECONDS) {
            miss(wanted, wanted.from(), first);
        }
        if (seconds(last, wanted.to()) > SLACK_SECONDS) {
            miss(wanted, last, wanted.to());
        }
    }

    private void miss(Wanted wanted, Instant from, Instant to) {
        Gap gap = new Gap(from, to, 0, Cause.NOT_ELSEWHERE);
        try {
            index.add(wanted.camera().id(), IndexLine.of(gap));
        } catch (IOException e) {
            LOG.warn("a gap of {} is not in the index: {}", wanted.camera().id(), e.getMessage());
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** Ends what is fetched; it is kept as far as it came. */
    @Override
    public void close() {
        backlog.close();
        closing.countDown();
        thread.interrupt();
        if (thread.isAlive()) {
            Ending.await(thread);
        }
    }
}

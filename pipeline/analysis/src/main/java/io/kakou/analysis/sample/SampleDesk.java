package io.kakou.analysis.sample;

import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.flow.Backlog;
import io.kakou.analysis.flow.Ending;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.sample.Sample.Why;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Camera;
import io.kakou.events.Recording;
import io.kakou.events.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the samples of a worker's cameras. The thread that looks asks a hash and hands over references; decoding, coding
 * and storing are done by one thread, and what finds no room before it is let go and counted.
 */
public final class SampleDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SampleDesk.class);
    private static final int MOST_WAITING = 64;
    private static final long MOST_BYTES = 64L << 20;
    private static final double TICK_SECONDS = 10;

    private final Shelf shelf;
    private final SampleSettings settings;
    private final InstantSource clock;
    private final Quota quota;
    private final Backlog<Taken> waiting = new Backlog<>(MOST_WAITING, MOST_BYTES);
    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread = new Thread(this::run, "samples");

    private record Taken(Sample sample, List<TimedUnit> units) {}

    /**
     * A desk that is not open.
     *
     * @param shelf where samples go; not closed with this
     */
    public SampleDesk(Shelf shelf, SampleSettings settings, InstantSource clock) {
        this.shelf = shelf;
        this.settings = settings;
        this.clock = clock;
        this.quota = new Quota(shelf, settings);
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** What a camera's looks and pictures are asked for. */
    public interface Source {
        /** The coded pictures from the keyframe at or before a time up to now; empty where they are not kept any more. */
        List<TimedUnit> from(Instant time);
    }

    /**
     * A camera's own place, which takes every look. One of which nothing may be recorded gives nothing.
     *
     * @param camera without its login
     */
    public Consumer<Judged> camera(Camera camera, JudgeSettings judge, Source source) {
        return mayKeep(camera.recording()) ? new Place(camera, new Nearness(camera, judge), source) : judged -> {};
    }

    /** What a newer release means by its word is not known here: then rather nothing. */
    private static boolean mayKeep(Recording recording) {
        return switch (recording) {
            case ALERTS, CONTINUOUS, ELSEWHERE -> true;
            case OFF, UNKNOWN -> false;
        };
    }

    /** Samples stored so far. */
    public long kept() {
        return kept.get();
    }

    /** Samples that found no room, no picture or no store so far. */
    public long lost() {
        return lost.get();
    }

    /** One camera's; its thread owns it. */
    private final class Place implements Consumer<Judged> {
        private final Camera camera;
        private final Nearness nearness;
        private final Source source;
        private final Targets random;
        private final Targets near;

        Place(Camera camera, Nearness nearness, Source source) {
            this.camera = camera;
            this.nearness = nearness;
            this.source = source;
            this.random = new Targets(camera.id(), "random", settings.random());
            this.near = new Targets(camera.id(), "near", settings.near());
        }

        @Override
        public void accept(Judged judged) {
            Instant at = judged.dated().at();
            boolean shows =
                    judged.look().depth() == Depth.DETECTED || judged.look().depth() == Depth.GATED;
            if (shows && random.isDue(at)) {
                random.take(at);
                take(Why.RANDOM, judged);
            }
            if (near.isDue(at) && nearness.of(judged.judgement())) {
                near.take(at);
                take(Why.NEAR, judged);
            }
        }

        private void take(Why why, Judged judged) {
            List<TimedUnit> units = source.from(judged.dated().at());
            Taken taken = new Taken(Sample.of(camera, judged.eyes().model(), why, judged), units);
            if (!waiting.offer(taken, TimedUnit.bytes(units))) {
                lost.incrementAndGet();
            }
        }
    }

    private void run() {
        Instant tidied = Instant.MIN;
        try {
            while (!waiting.isDone()) {
                Taken taken = waiting.take(TICK_SECONDS);
                if (taken != null) {
                    store(taken);
                }
                Instant now = clock.instant();
                if (tidied.equals(Instant.MIN) || Duration.between(tidied, now).toDays() >= 1) {
                    tidied = now;
                    quota.keep(now);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("samples that waited are let go");
        } catch (RuntimeException bug) {
            LOG.error("no samples are taken any more", bug);
        }
    }

    private void store(Taken taken) {
        Sample sample = taken.sample;
        byte[] picture = SamplePicture.of(taken.units, sample.seconds());
        if (picture == null) {
            LOG.debug(
                    "no sample of {}: {} is not kept any more", sample.camera().id(), sample.frame());
            lost.incrementAndGet();
            return;
        }
        try {
            shelf.put(sample.key() + ".jpg", picture, "image/jpeg");
            shelf.put(sample.key() + ".json", Json.write(sample), "application/json");
            kept.incrementAndGet();
        } catch (StoreException e) {
            LOG.debug("no sample of {}: {}", sample.camera().id(), e.getMessage());
            lost.incrementAndGet();
        }
    }

    /** Stores what waits. */
    @Override
    public void close() {
        waiting.close();
        Ending.await(thread);
    }
}

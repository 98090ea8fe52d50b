package io.kakou.benchmarks.ingest;

import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.ProcessMeter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole street goes dark and comes back on the same port, again and again: its process is killed.
 *
 * @param films that the cameras show in turn
 * @param darkSeconds how long
 * @param settleSeconds before memory is read, before and after
 */
public record Outage(List<Path> films, double darkSeconds, double settleSeconds) {
    private static final int HEAP_MIB = 256;
    private static final double MIB = 1 << 20;
    private static final double START_SECONDS = 180;
    private static final double RETURN_SECONDS = 180;
    private static final double LINE_SECONDS = 30;
    private static final double MOST = 0.95;
    private static final int LINES_TO_COLLECT = 4;

    /**
     * How it came back.
     *
     * @param outage from 1, of one client that sees them all
     * @param secondsTo95Percent from listening again until so many cameras gave a keyframe; null where they never did
     * @param secondsToAll likewise
     * @param stuck cameras without a keyframe after three minutes
     * @param mostAttemptsPerSecond in any second since the street went dark
     * @param rssBeforeMiB of the client, all streaming, after a collection
     * @param rssAfterMiB the same, after all came back
     * @param heapBeforeMiB what is held of the heap, likewise
     * @param threadsBefore all of the client's process
     * @param load programs running in the minute before
     */
    public record Figures(
            int outage,
            int cameras,
            double darkSeconds,
            @Nullable Double secondsTo95Percent,
            @Nullable Double secondsToAll,
            int stuck,
            int mostAttemptsPerSecond,
            double rssBeforeMiB,
            double rssAfterMiB,
            double heapBeforeMiB,
            double heapAfterMiB,
            int threadsBefore,
            int threadsAfter,
            double load) {}

    /**
     * So many outages of one client.
     *
     * @throws IOException in one line, where cameras or client do not come up at all
     */
    public List<Figures> measure(int cameras, int times) throws IOException, InterruptedException {
        List<Figures> all = new ArrayList<>();
        SimulatedStreet street = SimulatedStreet.start(films, cameras, 0);
        try (Child client = Child.java("kakou", HEAP_MIB, OutageClient.class.getName(), street.urls())) {
            awaitAll(client, cameras);
            Memory before = settled(client);
            for (int outage = 1; outage <= times; outage++) {
                street.kill();
                Return back = new Return(cameras);
                back.hear(client, System.currentTimeMillis() + Math.round(darkSeconds * 1000));
                street.close();
                street = SimulatedStreet.start(films, cameras, street.port());
                back.listening = System.currentTimeMillis();
                back.hear(client, back.listening + Math.round(RETURN_SECONDS * 1000));
                Memory after = settled(client);
                all.add(figures(outage, back, before, after));
                before = after;
            }
        } finally {
            street.close();
        }
        return all;
    }

    private Figures figures(int outage, Return back, Memory before, Memory after) {
        return new Figures(
                outage,
                back.cameras,
                darkSeconds,
                back.toMost,
                back.toAll,
                back.cameras - back.streaming,
                back.mostAttempts,
                before.rssMiB,
                after.rssMiB,
                before.heapMiB,
                after.heapMiB,
                before.threads,
                after.threads,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Of the client. */
    private record Memory(double rssMiB, double heapMiB, int threads) {}

    private void awaitAll(Child client, int cameras) throws IOException, InterruptedException {
        long until = System.currentTimeMillis() + Math.round(START_SECONDS * 1000);
        OutageClient.Line line = heard(client);
        while (line.streaming() < cameras) {
            if (line.millis() > until) {
                throw new IOException(
                        cameras - line.streaming() + " cameras give no picture after " + START_SECONDS + " s");
            }
            line = heard(client);
        }
    }

    /** Time for collectors, in which the client goes on to be heard. */
    private Memory settled(Child client) throws IOException, InterruptedException {
        long until = System.currentTimeMillis() + Math.round(settleSeconds * 1000);
        while (heard(client).millis() < until) {}
        client.tell("collect");
        long held = Long.MAX_VALUE;
        for (int line = 0; line < LINES_TO_COLLECT; line++) {
            held = Math.min(held, heard(client).used());
        }
        ProcessMeter meter = client.meter();
        return new Memory(rounded(meter.rssMiB()), rounded(held / MIB), meter.threads(""));
    }

    private static OutageClient.Line heard(Child client) throws IOException, InterruptedException {
        return OutageClient.Line.parse(client.line(LINE_SECONDS));
    }

    private static double rounded(double mebibytes) {
        return Math.round(mebibytes * 10) / 10.0;
    }

    /** What is heard of the street's return. */
    private static final class Return {
        private final int cameras;
        private long listening = Long.MAX_VALUE;
        private @Nullable Double toMost;
        private @Nullable Double toAll;
        private int streaming;
        private int mostAttempts;
        private int attemptsBefore;

        Return(int cameras) {
            this.cameras = cameras;
        }

        /** Listens until a moment, or until all are back. */
        void hear(Child client, long until) throws IOException, InterruptedException {
            OutageClient.Line line = heard(client);
            take(line);
            while (line.millis() < until && toAll == null) {
                line = heard(client);
                take(line);
            }
        }

        private void take(OutageClient.Line line) {
            streaming = line.streaming();
            mostAttempts = Math.max(mostAttempts, attemptsBefore + line.attempts());
            attemptsBefore = line.attempts();
            if (line.millis() < listening) {
                return;
            }
            double since = (line.millis() - listening) / 1e3;
            if (toMost == null && streaming >= MOST * cameras) {
                toMost = since;
            }
            if (toAll == null && streaming == cameras) {
                toAll = since;
            }
        }
    }
}

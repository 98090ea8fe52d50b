package io.kakou.benchmarks.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client's side of the talk with the bench: {@code ready}, then {@code measure S}, then what it got as JSON. */
final class Talk {
    static final String READY = "ready";
    static final String MEASURE = "measure ";
    static final double PATIENCE_SECONDS = 10;
    private static final double READY_SECONDS = 120;

    private Talk() {}

    /**
     * What a client got.
     *
     * @param gaps packets, or, where a client does not see them, pictures, that are missing between others
     * @param broken sessions that failed
     */
    record Got(double deliveredShare, double megabitsPerSecond, long gaps, long broken) {}

    /** What a client counts beside pictures. */
    interface Count {
        long now();
    }

    /**
     * Leads a client through it.
     *
     * @param streaming counted down once by each camera
     */
    static void lead(Tally tally, CountDownLatch streaming, Count gaps, Count broken)
            throws IOException, InterruptedException {
        if (!streaming.await((long) (READY_SECONDS * 1000), TimeUnit.MILLISECONDS)) {
            throw new IOException(streaming.getCount() + " cameras give no picture after " + READY_SECONDS + " s");
        }
        System.out.println(READY);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String asked = in.readLine();
        if (asked == null) {
            return;
        }
        double seconds = Double.parseDouble(asked.substring(MEASURE.length()));
        long gapsBefore = gaps.now();
        long brokenBefore = broken.now();
        tally.begin(seconds);
        tally.await(seconds + PATIENCE_SECONDS);
        Got got = new Got(tally.share(), tally.megabitsASecond(), gaps.now() - gapsBefore, broken.now() - brokenBefore);
        System.out.println(new ObjectMapper().writeValueAsString(got));
        String unused = in.readLine(); // the bench ends us when it has read the meters
    }
}

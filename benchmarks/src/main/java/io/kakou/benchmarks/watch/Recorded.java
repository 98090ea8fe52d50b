package io.kakou.benchmarks.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.benchmarks.process.Pause;
import io.kakou.benchmarks.process.Running;
import io.kakou.benchmarks.record.Kept;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was recorded of the measured time, as the index says afterwards.
 *
 * @param mebibytes of it
 * @param lostSeconds over all cameras: in gaps, missing within minutes, or in neither minutes nor gaps
 */
record Recorded(double mebibytes, double lostSeconds) {
    /** A minute ends at the first keyframe behind it, and goes to the store. */
    private static final double LAST_MINUTE_SECONDS = 70;

    private static final double PATIENCE_SECONDS = 300;
    private static final double POLL_SECONDS = 5;

    /** Of these cameras; returns when their last minutes are stored, or when that takes too long. */
    static Recorded of(Running kakou, List<String> cameras, Instant from, Instant to)
            throws IOException, InterruptedException {
        if (cameras.isEmpty()) {
            return new Recorded(0, 0);
        }
        Pause.seconds(LAST_MINUTE_SECONDS);
        long until = System.nanoTime() + Math.round(PATIENCE_SECONDS * 1e9);
        double mebibytes = 0;
        double lost = 0;
        for (String camera : cameras) {
            JsonNode spans = spans(kakou, camera, from, to);
            while (!reaches(spans, to) && System.nanoTime() < until) {
                Pause.seconds(POLL_SECONDS);
                spans = spans(kakou, camera, from, to);
            }
            Kept kept = Kept.of(spans, from, to);
            double gaps = kept.gaps().values().stream().mapToDouble(gap -> gap).sum();
            lost += gaps + kept.missing() + kept.unsaid();
            mebibytes += mebibytes(spans, from, to);
        }
        return new Recorded(mebibytes, lost);
    }

    private static JsonNode spans(Running kakou, String camera, Instant from, Instant to)
            throws IOException, InterruptedException {
        return kakou.ask("/footage/spans?camera=" + camera + "&from=" + from + "&to=" + to);
    }

    private static boolean reaches(JsonNode spans, Instant to) {
        for (JsonNode minute : spans.path("minutes")) {
            if (!Instant.parse(minute.path("to").asText()).isBefore(to)) {
                return true;
            }
        }
        return false;
    }

    /** Of a minute that lies partly within, its part. */
    private static double mebibytes(JsonNode spans, Instant from, Instant to) {
        double bytes = 0;
        for (JsonNode minute : spans.path("minutes")) {
            Instant begin = Instant.parse(minute.path("from").asText());
            Instant end = Instant.parse(minute.path("to").asText());
            double whole = seconds(begin, end);
            double within = seconds(begin.isBefore(from) ? from : begin, end.isAfter(to) ? to : end);
            bytes += whole > 0 ? minute.path("bytes").asDouble() * Math.max(0, within) / whole : 0;
        }
        return bytes / (1 << 20);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}

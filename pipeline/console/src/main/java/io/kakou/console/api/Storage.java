package io.kakou.console.api;

import io.kakou.console.refusal.Refusal;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What the data folder takes, and for how long the disk lasts; measured once a minute at most. */
final class Storage {
    private static final double MEASURED_FOR_SECONDS = 60;
    private static final double SECONDS_A_DAY = 86_400;

    /** What was kept for less says nothing about a day. */
    private static final double SHORTEST_SECONDS = 3_600;

    private final Path folder;
    private final InstantSource clock;
    private @Nullable JsonObject measured;
    private Instant measuredAt = Instant.EPOCH;

    Storage(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    synchronized JsonObject measure() {
        Instant now = clock.instant();
        if (measured == null || secondsBetween(measuredAt, now) > MEASURED_FOR_SECONDS) {
            try {
                measured = measure(now);
            } catch (IOException e) {
                throw Refusal.away("the data folder cannot be measured: " + e.getMessage());
            }
            measuredAt = now;
        }
        return measured.copy();
    }

    private JsonObject measure(Instant now) throws IOException {
        Sum sum = new Sum(now);
        Files.walkFileTree(folder, sum);
        long free = Files.getFileStore(folder).getUsableSpace();
        double age = secondsBetween(sum.oldest, now);
        Double days = age < SHORTEST_SECONDS || sum.bytes == 0 ? null : free / (sum.bytes / age) / SECONDS_A_DAY;
        return new JsonObject()
                .put("usedBytes", sum.bytes)
                .put("freeBytes", free)
                .put("daysLeft", days);
    }

    private static double secondsBetween(Instant from, Instant to) {
        return (to.toEpochMilli() - from.toEpochMilli()) / 1000.0;
    }

    private static final class Sum extends SimpleFileVisitor<Path> {
        private long bytes;
        private Instant oldest;

        Sum(Instant now) {
            this.oldest = now;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            Instant made = attributes.creationTime().toInstant();
            oldest = made.isBefore(oldest) ? made : oldest;
            return FileVisitResult.CONTINUE;
        }

        /** Files come and go while they are counted. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            return FileVisitResult.CONTINUE;
        }
    }
}

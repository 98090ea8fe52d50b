package io.kakou.console.storage;

import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures the store's folder, once a minute at most, and keeps samples of it in the database. */
public final class Storage {
    /** How often a sample is worth keeping, which is how often somebody should measure. */
    public static final double SAMPLE_SECONDS = 600;

    private static final double MEASURED_FOR_SECONDS = 60;
    private static final double LOOKS_BACK_SECONDS = 7 * 86_400;

    private final Path folder;
    private final Database database;
    private final InstantSource clock;
    private @Nullable Disk measured;
    private Instant measuredAt = Instant.EPOCH;

    public Storage(Path folder, Database database, InstantSource clock) {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The disk now.
     *
     * @throws Refusal where the folder cannot be read
     */
    public synchronized Disk measure() {
        Instant now = clock.instant();
        if (measured == null || seconds(measuredAt, now) > MEASURED_FOR_SECONDS) {
            measured = measure(now);
            measuredAt = now;
        }
        return measured;
    }

    private Disk measure(Instant now) {
        try {
            Sum sum = new Sum();
            Files.walkFileTree(folder, sum);
            long free = Files.getFileStore(folder).getUsableSpace();
            OptionalDouble growth =
                    Growth.bytesADay(database.transaction(sql -> samples(sql, new Sample(now, sum.bytes))));
            return new Disk(sum.bytes, free, orNull(growth), orNull(Growth.daysLeft(free, growth)));
        } catch (IOException e) {
            throw Refusal.away("the store's folder cannot be measured: " + e.getMessage());
        }
    }

    /** Those of the last days, the newest being this one. */
    private static List<Sample> samples(Sql sql, Sample newest) throws SQLException {
        sql.run("delete from storage_sample where at < ?", before(newest, LOOKS_BACK_SECONDS));
        sql.run(
                "insert into storage_sample select ?, ? where not exists (select 1 from storage_sample where at > ?)"
                        + " on conflict do nothing",
                newest.at(),
                newest.used(),
                before(newest, SAMPLE_SECONDS));
        List<Sample> kept = sql.list(
                "select at, used from storage_sample order by at",
                row -> new Sample(Sql.instant(row, "at"), row.getLong("used")));
        return Stream.concat(kept.stream(), Stream.of(newest)).toList();
    }

    private static Instant before(Sample sample, double seconds) {
        return sample.at().minusMillis(Math.round(seconds * 1000));
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static final class Sum extends SimpleFileVisitor<Path> {
        private long bytes;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            return FileVisitResult.CONTINUE;
        }

        /** Files come and go while they are counted. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            return FileVisitResult.CONTINUE;
        }
    }
}

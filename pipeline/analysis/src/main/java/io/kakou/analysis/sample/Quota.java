package io.kakou.analysis.sample;

import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.Shelf.Listed;
import io.kakou.analysis.store.StoreException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes samples out of the store that are too old or too many, the oldest day first. */
final class Quota {
    private static final Logger LOG = LoggerFactory.getLogger(Quota.class);
    private static final long MEGABYTE = 1_000_000;

    private final Shelf shelf;
    private final SampleSettings settings;

    Quota(Shelf shelf, SampleSettings settings) {
        this.shelf = shelf;
        this.settings = settings;
    }

    /** What a store that is away leaves undone is done the next time. */
    void keep(Instant now) {
        try {
            List<Listed> all = shelf.listing("samples/").stream()
                    .sorted(Comparator.comparing(each -> inTime(each.key())))
                    .toList();
            String oldest = now.atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .minusDays(settings.days())
                    .toString();
            long left = all.stream().mapToLong(Listed::bytes).sum();
            for (Listed each : all) {
                if (left <= settings.megabytes() * MEGABYTE
                        && inTime(each.key()).compareTo(oldest) >= 0) {
                    return;
                }
                shelf.delete(each.key());
                left -= each.bytes();
            }
        } catch (StoreException e) {
            LOG.debug("old samples stay: {}", e.getMessage());
        }
    }

    /** Day and frame; {@code t} and milliseconds, which have one length until the year 2286. */
    private static String inTime(String key) {
        String[] parts = key.split("/", -1);
        return parts.length < 4 ? "" : parts[2] + '/' + parts[3];
    }
}

package io.kakou.analysis.record.keep;

import io.kakou.analysis.record.index.Cause;
import io.kakou.analysis.record.index.FootageIndex;
import io.kakou.analysis.record.index.Gap;
import io.kakou.analysis.record.index.Hour;
import io.kakou.analysis.record.index.HourFiles;
import io.kakou.analysis.record.index.IndexLine;
import io.kakou.analysis.record.index.Minute;
import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the oldest footage go, an hour of a camera at a time. One thread calls; anybody may ask how full it is. */
public final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int RATE_HOURS = 24;
    private static final String SUMS = "sums.jsonl";

    private final Retention retention;
    private final FootageIndex index;
    private final Shelf shelf;
    private final Holds holds;
    private final Totals totals;
    private volatile Keeping keeping = Keeping.UNKNOWN;

    /**
     * A keeper.
     *
     * @param folder keeps sums of the index; this worker's own
     */
    public Keeper(Retention retention, Stores stores, Path folder) {
        this.retention = retention;
        this.index = stores.index();
        this.shelf = stores.shelf();
        this.holds = stores.holds();
        this.totals = new Totals(index.files(), folder.resolve(SUMS));
    }

    /** What all footage takes by an index, in bytes. */
    public static long used(HourFiles files, Path folder) {
        return new Totals(files, folder.resolve(SUMS))
                .measure().values().stream().mapToLong(Long::longValue).sum();
    }

    /** What it works on. */
    public record Stores(FootageIndex index, Shelf shelf, Holds holds) {}

    /** As it was at the last pass. */
    public Keeping keeping() {
        return keeping;
    }

    /**
     * Takes away what is past the ceiling, and the oldest above the floor while there is more than the quota.
     *
     * @throws StoreException where the store is away: then nothing more is taken away
     */
    public void pass(Instant now) throws StoreException {
        SortedMap<Hour, Long> hours = totals.measure();
        keeping = measured(hours, now, 0);
        long used = keeping.usedBytes();
        long heldBack = 0;
        boolean any = false;
        for (Map.Entry<Hour, Long> each : hours.entrySet()) {
            Hour hour = each.getKey();
            boolean expired = retention.isPastCeiling(hour.to(), now);
            boolean over = isOver(used) && each.getValue() > 0;
            if (!expired && !over) {
                continue;
            }
            if (!expired && !retention.isAboveFloor(hour.to(), now)) {
                break;
            }
            any = true;
            long held = letGo(hour, expired);
            heldBack += held;
            used -= each.getValue() - held;
        }
        // A month of a street has a million hours: they are looked through again only where some have changed.
        Keeping after = any ? measured(totals.measure(), now, heldBack) : keeping;
        keeping = after;
        if (isOver(after.usedBytes())) {
            LOG.warn(
                    "footage takes {} bytes, more than the quota of {}: what is left is younger than {} days or held",
                    after.usedBytes(),
                    retention.quotaBytes(),
                    retention.floorDays());
        }
    }

    private boolean isOver(long used) {
        Long quota = retention.quotaBytes();
        return quota != null && used > quota;
    }

    /** Takes an hour away; the bytes that a hold keeps of it. */
    private long letGo(Hour hour, boolean expired) throws StoreException {
        long[] held = new long[1];
        holds.whileNoneIsSet(active -> held[0] = letGo(hour, expired, active));
        return held[0];
    }

    private long letGo(Hour hour, boolean expired, List<Hold> active) throws StoreException {
        List<IndexLine> left = new ArrayList<>();
        Gap gone = null;
        long held = 0;
        for (IndexLine line : index.files().read(hour)) {
            Minute minute = line.minute();
            if (minute == null) {
                left.add(line);
            } else if (active.stream().anyMatch(hold -> hold.covers(hour.camera(), minute.from(), minute.to()))) {
                left.add(line);
                held += minute.bytes();
            } else {
                shelf.delete(minute.key());
                Gap own = new Gap(minute.from(), minute.to(), minute.bytes(), Cause.LET_GO);
                boolean goesOn = gone != null && ChronoUnit.SECONDS.between(gone.to(), own.from()) < 2;
                if (gone != null && !goesOn) {
                    left.add(new IndexLine(null, gone));
                }
                gone = gone != null && goesOn ? gone.until(own.to(), own.bytes()) : own;
            }
        }
        if (gone != null) {
            left.add(new IndexLine(null, gone));
        }
        write(hour, expired && held == 0 ? List.of() : left);
        return held;
    }

    private void write(Hour hour, List<IndexLine> lines) throws StoreException {
        try {
            index.replace(hour, lines);
        } catch (IOException e) {
            throw new StoreException(StoreException.Code.AWAY, "the index of " + hour + ": " + e.getMessage());
        }
    }

    private Keeping measured(SortedMap<Hour, Long> hours, Instant now, long heldBack) {
        long used = hours.values().stream().mapToLong(Long::longValue).sum();
        double aDay = bytesADay(hours, now);
        Long quota = retention.quotaBytes();
        Double daysKept = quota == null || aDay == 0 ? null : quota / aDay;
        return new Keeping(
                used,
                quota,
                aDay,
                daysKept == null ? null : Math.max(0, daysKept - used / aDay),
                daysKept,
                oldest(hours),
                heldBack);
    }

    private static @Nullable Instant oldest(SortedMap<Hour, Long> hours) {
        return hours.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> each.getKey().from())
                .findFirst()
                .orElse(null);
    }

    /** Of the last day, or of as much of it as there is. */
    private static double bytesADay(SortedMap<Hour, Long> hours, Instant now) {
        Instant since = now.minus(RATE_HOURS, ChronoUnit.HOURS);
        long bytes = 0;
        Instant first = now;
        for (Map.Entry<Hour, Long> each : hours.entrySet()) {
            if (!each.getKey().from().isBefore(since) && each.getValue() > 0) {
                bytes += each.getValue();
                first = each.getKey().from().isBefore(first) ? each.getKey().from() : first;
            }
        }
        double seconds = Math.max(60, first.until(now, ChronoUnit.SECONDS));
        return bytes * Retention.DAY_SECONDS / seconds;
    }
}

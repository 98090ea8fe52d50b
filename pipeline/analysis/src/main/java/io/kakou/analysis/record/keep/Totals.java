package io.kakou.analysis.record.keep;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.disk.WholeFile;
import io.kakou.analysis.record.index.Hour;
import io.kakou.analysis.record.index.HourFiles;
import io.kakou.analysis.record.index.IndexLine;
import io.kakou.analysis.record.index.Minute;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many bytes each hour of each camera takes, by the index. A month of a street's index is gigabytes; so sums are kept
 * beside it, and only hours that have changed are read again. One thread.
 */
final class Totals {
    private static final Logger LOG = LoggerFactory.getLogger(Totals.class);

    private final HourFiles files;
    private final Path snapshot;
    private final Map<Hour, Sum> sums = new HashMap<>();
    private boolean loaded;

    /** Of an hour's file as it was changed last. */
    record Sum(String camera, Instant from, Instant changed, long bytes) {}

    Totals(HourFiles files, Path snapshot) {
        this.files = files;
        this.snapshot = snapshot;
    }

    /** The bytes of every hour that has an index, the oldest first. */
    SortedMap<Hour, Long> measure() {
        load();
        SortedMap<Hour, Long> totals = new TreeMap<>();
        Map<Hour, Sum> now = new HashMap<>();
        for (Hour hour : files.hours()) {
            Instant changed = files.changed(hour);
            Sum known = sums.get(hour);
            Sum sum = known != null && known.changed().equals(changed) ? known : sum(hour, changed);
            now.put(hour, sum);
            totals.put(hour, sum.bytes());
        }
        boolean news = !now.equals(sums);
        sums.clear();
        sums.putAll(now);
        if (news) {
            save();
        }
        return totals;
    }

    private Sum sum(Hour hour, Instant changed) {
        long bytes = 0;
        for (IndexLine line : files.read(hour)) {
            Minute minute = line.minute();
            bytes += minute == null ? 0 : minute.bytes();
        }
        return new Sum(hour.camera(), hour.from(), changed, bytes);
    }

    private void load() {
        if (loaded || !Files.exists(snapshot)) {
            loaded = true;
            return;
        }
        loaded = true;
        try {
            for (String line : Files.readAllLines(snapshot)) {
                Sum sum = Json.read(Sum.class, line.getBytes(UTF_8));
                sums.put(new Hour(sum.camera(), sum.from()), sum);
            }
        } catch (IOException | UnreadableRecord e) {
            LOG.warn("{} is not readable; every hour is read again: {}", snapshot, e.getMessage());
            sums.clear();
        }
    }

    private void save() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Sum sum : sums.values()) {
            out.writeBytes(Json.write(sum));
            out.write('\n');
        }
        try {
            WholeFile.write(snapshot, out.toByteArray());
        } catch (IOException e) {
            LOG.warn("{} is not written: {}", snapshot, e.getMessage());
        }
    }
}

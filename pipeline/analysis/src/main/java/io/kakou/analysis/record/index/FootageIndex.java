package io.kakou.analysis.record.index;

import io.kakou.analysis.store.Shelf;
import io.kakou.analysis.store.StoreException;
import io.kakou.analysis.store.StoreException.Code;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of all cameras: what this worker recorded, from its own disk, and what others did, from the store, where each
 * brings its hours every few minutes. Safe for many threads.
 */
public final class FootageIndex {
    private static final Logger LOG = LoggerFactory.getLogger(FootageIndex.class);
    /** A minute lies in the hour it began in, and ends in the next. */
    private static final Duration LONGEST_MINUTE = Duration.ofMinutes(10);

    private static final String INDEX = ".jsonl";

    private final HourFiles files;
    private final Shelf shelf;
    private final String worker;
    private final Set<Hour> unpublished = new HashSet<>();

    /**
     * An index.
     *
     * @param files of this worker
     * @param shelf holds the hours of others
     */
    public FootageIndex(HourFiles files, Shelf shelf, String worker) {
        this.files = files;
        this.shelf = shelf;
        this.worker = worker;
    }

    /** Adds lines; they are on the disk when this returns. */
    public void add(String camera, List<IndexLine> lines) throws IOException {
        Map<Hour, List<IndexLine>> byHour = new LinkedHashMap<>();
        lines.forEach(line -> byHour.computeIfAbsent(Hour.of(camera, line.from()), hour -> new ArrayList<>())
                .add(line));
        for (Map.Entry<Hour, List<IndexLine>> each : byHour.entrySet()) {
            files.append(each.getKey(), each.getValue());
            toPublish(each.getKey());
        }
    }

    /** Replaces all of an hour's lines; without any the hour is forgotten. */
    public void replace(Hour hour, List<IndexLine> lines) throws IOException {
        files.replace(hour, lines);
        toPublish(hour);
    }

    /** What is known of a camera's span: minutes of which a part lies in it, and gaps likewise. */
    public Span span(String camera, Instant from, Instant to) {
        Map<String, Minute> minutes = new LinkedHashMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (IndexLine line : lines(camera, from, to)) {
            Minute minute = line.minute();
            Gap gap = line.gap();
            if (minute != null && minute.touches(from, to)) {
                minutes.put(minute.key(), minute);
            } else if (gap != null && gap.from().isBefore(to) && gap.to().isAfter(from)) {
                gaps.add(gap);
            }
        }
        return new Span(
                minutes.values().stream()
                        .sorted(Comparator.comparing(Minute::from))
                        .toList(),
                gaps.stream().sorted(Comparator.comparing(Gap::from)).distinct().toList());
    }

    /** Of this worker's own disk. */
    public HourFiles files() {
        return files;
    }

    /** Brings the hours that have changed to the store; what it does not take is brought the next time. */
    public void publish() {
        List<Hour> left = new ArrayList<>();
        String why = "";
        for (Hour hour : takeUnpublished()) {
            try {
                publish(hour);
            } catch (IOException | StoreException e) {
                why = left.isEmpty() ? hour.camera() + ": " + e.getMessage() : why;
                left.add(hour);
            }
        }
        if (!left.isEmpty()) {
            LOG.warn("the index of {} hours is not in the store yet, the first of {}", left.size(), why);
            left.forEach(this::toPublish);
        }
    }

    private void publish(Hour hour) throws IOException, StoreException {
        byte[] lines = files.bytes(hour);
        if (lines.length == 0) {
            shelf.delete(key(hour));
        } else {
            shelf.put(key(hour), lines, "application/jsonl");
        }
    }

    private synchronized void toPublish(Hour hour) {
        unpublished.add(hour);
    }

    private synchronized List<Hour> takeUnpublished() {
        List<Hour> taken = unpublished.stream().sorted().toList();
        unpublished.clear();
        return taken;
    }

    private String key(Hour hour) {
        return "footage/" + hour.camera() + '/' + hour.path() + '-' + worker + INDEX;
    }

    private List<IndexLine> lines(String camera, Instant from, Instant to) {
        List<IndexLine> lines = new ArrayList<>();
        Hour hour = Hour.of(camera, from.minus(LONGEST_MINUTE));
        for (; hour.from().isBefore(to); hour = new Hour(camera, hour.to())) {
            lines.addAll(files.read(hour));
        }
        Instant day = from.minus(LONGEST_MINUTE).truncatedTo(ChronoUnit.DAYS);
        for (; day.isBefore(to); day = day.plus(1, ChronoUnit.DAYS)) {
            lines.addAll(ofOthers(camera, Place.day(day)));
        }
        return lines;
    }

    /** Where the store is away, what this worker knows is told. */
    private List<IndexLine> ofOthers(String camera, String day) {
        List<IndexLine> lines = new ArrayList<>();
        try {
            for (String key : shelf.list(Place.folder(camera, day))) {
                boolean index = key.endsWith(INDEX);
                if (index && !key.endsWith('-' + worker + INDEX)) {
                    lines.addAll(HourFiles.parse(shelf.get(key), key));
                }
            }
        } catch (StoreException e) {
            if (e.code() != Code.NOT_FOUND) {
                LOG.warn("what other workers recorded of {} on {} is not known: {}", camera, day, e.getMessage());
            }
        }
        return lines;
    }
}

package io.kakou.analysis.record.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of an hour's index: a minute that is kept, or a gap. */
public record IndexLine(@Nullable Minute minute, @Nullable Gap gap) {
    /** Whoever was away for longer is not waited for line by line. */
    private static final int MOST_HOURS = 24 * 31;

    public IndexLine {
        if ((minute == null) == (gap == null)) {
            throw new IllegalArgumentException("an index line names a minute or a gap");
        }
    }

    public static IndexLine of(Minute minute) {
        return new IndexLine(minute, null);
    }

    /** A gap as lines of the hours it lies in: each hour tells all that is missing in it. */
    public static List<IndexLine> of(Gap gap) {
        List<IndexLine> lines = new ArrayList<>();
        Instant from = gap.from();
        long bytes = gap.bytes();
        while (lines.size() < MOST_HOURS) {
            Instant next = from.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            boolean last = !gap.to().isAfter(next);
            lines.add(new IndexLine(null, new Gap(from, last ? gap.to() : next, bytes, gap.why())));
            if (last) {
                break;
            }
            from = next;
            bytes = 0;
        }
        return lines;
    }

    Instant from() {
        return minute != null ? minute.from() : gap != null ? gap.from() : Instant.EPOCH;
    }
}

package io.kakou.rtsp.serve;

import io.kakou.rtsp.ClockRange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorder's stream: a source that was recorded from a known time on. A span that is asked for by the clock begins at
 * the keyframe at or before it.
 */
public final class RecordedSource implements StreamSource {
    private final StreamSource source;
    private final Instant begins;
    private final double fromSeconds;
    private final double toSeconds;

    /**
     * All of a source.
     *
     * @param begins when its first unit was recorded
     */
    public RecordedSource(StreamSource source, Instant begins) {
        this(source, begins, 0, Double.POSITIVE_INFINITY);
    }

    private RecordedSource(StreamSource source, Instant begins, double fromSeconds, double toSeconds) {
        this.source = source;
        this.begins = begins;
        this.fromSeconds = fromSeconds;
        this.toSeconds = toSeconds;
    }

    @Override
    public StreamFormat format() {
        return source.format();
    }

    /** What of a range lies in it; null where nothing does. May block. */
    public @Nullable Recorded within(ClockRange range) throws IOException {
        Instant end = range.to();
        double to = end == null ? Double.POSITIVE_INFINITY : seconds(end);
        double from = keyframeAtOrBefore(seconds(range.from()), to);
        if (Double.isNaN(from)) {
            return null;
        }
        Instant at = begins.plusNanos(Math.round(from * 1e9));
        return new Recorded(new RecordedSource(source, begins, from, to), new ClockRange(at, end));
    }

    /** A span, and what of the clock it is. */
    public record Recorded(StreamSource source, ClockRange range) {}

    private double keyframeAtOrBefore(double wanted, double to) throws IOException {
        double found = Double.NaN;
        double last = Double.NEGATIVE_INFINITY;
        try (StreamReader reader = source.open()) {
            for (StreamUnit unit = reader.next(); unit != null; unit = reader.next()) {
                last = Math.max(last, unit.seconds());
                boolean earlier = unit.seconds() <= wanted || Double.isNaN(found);
                if (unit.keyframe() && earlier && unit.seconds() < to) {
                    found = unit.seconds();
                }
            }
        }
        return last <= wanted ? Double.NaN : found;
    }

    private double seconds(Instant at) {
        return Duration.between(begins, at).toNanos() / 1e9;
    }

    @Override
    public StreamReader open() throws IOException {
        return new Span(source.open());
    }

    /** Units of the span, moved to begin at 0. */
    private final class Span implements StreamReader {
        private final StreamReader reader;

        Span(StreamReader reader) {
            this.reader = reader;
        }

        @Override
        public @Nullable StreamUnit next() throws IOException {
            StreamUnit unit = reader.next();
            while (unit != null && unit.seconds() < fromSeconds) {
                unit = reader.next();
            }
            return unit == null || unit.seconds() >= toSeconds
                    ? null
                    : new StreamUnit(unit.seconds() - fromSeconds, unit.keyframe(), unit.annexB());
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}

package io.kakou.analysis.sample;

import io.kakou.events.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.DoubleStream;

/**
 * The times of a day at which one camera is to give a sample: one in each of {@code n} equal parts of it, where a hash of
 * camera, day and part says. They are the same whoever asks, and nobody's load or luck moves them; the first look that
 * fits at or after one is taken. So a look stands for the time that it covers. One thread owns it.
 */
final class Targets {
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();
    /** Those that were missed, while nothing fitted, are not all made up for at once. */
    private static final double APART_SECONDS = 60;

    private final String camera;
    private final String why;
    private final int count;
    private LocalDate day = LocalDate.MIN;
    private double[] seconds = new double[0];
    private int next;
    private double last;

    Targets(String camera, String why, int count) {
        this.camera = camera;
        this.why = why;
        this.count = count;
    }

    /** Whether a look at this time, if it fits, is due. What lies before the first time asked for was somebody else's. */
    boolean isDue(Instant at) {
        LocalDate today = at.atOffset(ZoneOffset.UTC).toLocalDate();
        double now = at.atOffset(ZoneOffset.UTC).toLocalTime().toNanoOfDay() / 1e9;
        if (!today.equals(day)) {
            begin(today, now);
        }
        return next < seconds.length && now >= seconds[next] && now - last >= APART_SECONDS;
    }

    /** The due one is served. */
    void take(Instant at) {
        next++;
        last = at.atOffset(ZoneOffset.UTC).toLocalTime().toNanoOfDay() / 1e9;
    }

    /** A process that starts in the midst of a day does not give what the one before it gave. */
    private void begin(LocalDate today, double now) {
        boolean first = day.equals(LocalDate.MIN);
        day = today;
        seconds = times(camera, why, today, count);
        next = first ? (int) DoubleStream.of(seconds).filter(each -> each < now).count() : 0;
        last = Double.NEGATIVE_INFINITY;
    }

    /** Ascending, in seconds of the day. */
    static double[] times(String camera, String why, LocalDate day, int count) {
        double[] times = new double[count];
        for (int part = 0; part < count; part++) {
            String hash = Id.hash(camera, why, day.toString(), Integer.toString(part));
            double share = Long.parseLong(hash.substring(0, 12), 16) / (double) (1L << 48);
            times[part] = (part + share) * DAY_SECONDS / count;
        }
        return times;
    }
}

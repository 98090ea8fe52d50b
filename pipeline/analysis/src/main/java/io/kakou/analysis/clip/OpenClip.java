package io.kakou.analysis.clip;

import io.kakou.analysis.clip.Manifest.Gap;
import io.kakou.events.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clip that grows: gathers pictures into parts and hands them to the storage. Its recorder guards it; nothing here
 * waits.
 */
final class OpenClip {
    /** A GOP may be long; a part is not. */
    private static final double LONGEST_PARTS = 2;

    private final ClipStorage storage;
    private final Alert alert;
    private final ClipFile file;
    private final List<Gap> gaps = new ArrayList<>();
    private List<TimedUnit> part = new ArrayList<>();
    private Instant endAt;

    /** @param file is touched by jobs alone */
    OpenClip(ClipStorage storage, Alert alert, ClipFile file) {
        this.storage = storage;
        this.alert = alert;
        this.file = file;
        this.endAt = plus(alert.at(), storage.settings().longestSeconds());
    }

    String alert() {
        return alert.id();
    }

    Instant endAt() {
        return endAt;
    }

    /** The pre-roll, and what is to follow it in the store before the alert goes out. */
    void begin(List<TimedUnit> preroll, Runnable then) {
        Stretch stretch = new Stretch(preroll, null);
        if (!offer(stretch, then)) {
            gap(stretch);
            // Where not even that has room, the alert goes out when its time is up.
            boolean unused = offer(Stretch.NONE, then);
        }
    }

    void add(TimedUnit unit) {
        if (isDue(unit)) {
            flush(unit.seconds());
        }
        part.add(unit);
    }

    /** The event is over; the clip goes on for its post-roll. */
    void release(Instant at) {
        Instant least = plus(alert.at(), storage.settings().postrollSeconds());
        Instant wanted = at.isAfter(least) ? at : least;
        endAt = wanted.isBefore(endAt) ? wanted : endAt;
    }

    void end(ClipState state) {
        flush(null);
        List<Gap> before = List.copyOf(gaps);
        // Where even this finds no room the clip is found open at the next start and marked then.
        boolean unused = storage.offer(alert.camera(), () -> file.end(before, state), 0);
    }

    private boolean isDue(TimedUnit next) {
        if (part.isEmpty()) {
            return false;
        }
        double seconds = next.seconds() - part.get(0).seconds();
        double due = storage.settings().partSeconds();
        return seconds >= LONGEST_PARTS * due || (seconds >= due && next.unit().keyframe());
    }

    private void flush(@Nullable Double next) {
        Stretch stretch = new Stretch(part, next);
        part = new ArrayList<>();
        if (!stretch.units().isEmpty() && !offer(stretch, () -> {})) {
            gap(stretch);
        }
    }

    private boolean offer(Stretch stretch, Runnable then) {
        List<Gap> before = List.copyOf(gaps);
        boolean taken = storage.offer(
                alert.camera(),
                () -> {
                    file.append(stretch, before);
                    then.run();
                },
                stretch.bytes());
        if (taken) {
            gaps.clear();
        }
        return taken;
    }

    private void gap(Stretch stretch) {
        if (!stretch.units().isEmpty()) {
            gaps.add(stretch.gap("the store is too slow: no room to wait"));
        }
    }

    private static Instant plus(Instant from, double seconds) {
        return from.plusNanos(Math.round(seconds * 1e9));
    }
}

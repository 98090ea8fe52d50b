package io.kakou.analysis.record.spool;

import io.kakou.analysis.camera.Timeline;
import io.kakou.analysis.mux.InitSegment;
import io.kakou.analysis.record.index.Cause;
import io.kakou.analysis.record.index.Gap;
import io.kakou.analysis.record.index.Place;
import io.kakou.analysis.record.spool.StreamRecorder.Arrival;
import io.kakou.rtsp.AccessUnit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One camera on its way to the disk: the minute that is open, and what is missing. The writer's thread owns it. */
final class CameraTrack {
    static final Logger LOG = LoggerFactory.getLogger(CameraTrack.class);
    /** A camera that sends less often has breaks. */
    private static final double PAUSE_SECONDS = 3;
    /** What was read of a camera that fell silent goes to the store after so long. */
    private static final double SILENT_SECONDS = 15;
    /** A gap that lasts is told of while it lasts. */
    private static final double TELL_SECONDS = 60;

    private final String camera;
    private final String owner;
    private final Spool spool;
    private final RecordSettings settings;
    private final Sink sink;
    private final Timeline timeline = new Timeline();
    private final Rhythm rhythm = new Rhythm();
    private @Nullable OpenMinute open;
    private @Nullable Gap missing;
    /** Until when it is told what is there and what is not. */
    private @Nullable Instant told;
    /** When something came last. */
    private Instant heard = Instant.MIN;
    /** Why nothing came before the first picture; null behind it. */
    private @Nullable Cause opened = Cause.NOT_RUNNING;

    /** Where minutes go, and gaps. Never waits. */
    interface Sink {
        void minute(SpooledMinute minute);

        void gap(String camera, Gap gap);
    }

    /**
     * A camera of which nothing came yet.
     *
     * @param owner worker and generation
     * @param told until when something is known of it; null where nothing is
     */
    CameraTrack(String camera, String owner, Shared shared, @Nullable Instant told) {
        this.camera = camera;
        this.owner = owner;
        this.spool = shared.spool();
        this.settings = shared.settings();
        this.sink = shared.sink();
        this.told = told;
    }

    /** What all cameras share. */
    record Shared(Spool spool, RecordSettings settings, Sink sink) {}

    /** @param now by our clock */
    void accept(Arrival arrival, Instant now) {
        heard = now;
        AccessUnit unit = arrival.unit();
        Gap lost = arrival.lost();
        if (unit == null) {
            end();
            return;
        }
        if (arrival.begins()) {
            seal(null);
            timeline.begin(unit);
        }
        if (lost != null) {
            seal(null);
            miss(lost.until(unit.at(), 0));
            told = unit.at();
        }
        if (arrival.begins()) {
            pause(unit, Math.min(rhythm.longest(), PAUSE_SECONDS), Cause.CAMERA_AWAY);
        } else {
            pause(unit, PAUSE_SECONDS, Cause.CAMERA_SILENT);
        }
        take(unit, timeline.seconds(unit));
        told = unit.at();
    }

    /** Ends what is open, and tells of what is missing. What comes next is of a camera that was opened anew. */
    void end() {
        seal(null);
        tell();
        opened = Cause.NOT_WANTED;
    }

    /** By our clock: a camera that fell silent has its minute ended, and a long gap is told of. */
    void tick(Instant now) {
        if (open != null && seconds(heard, now) > SILENT_SECONDS) {
            seal(null);
        }
        Gap gap = missing;
        if (gap != null && gap.seconds() > TELL_SECONDS) {
            tell();
            missing = new Gap(gap.to(), gap.to(), 0, gap.why());
        }
    }

    private void pause(AccessUnit unit, double most, Cause why) {
        Instant last = told;
        if (last != null && seconds(last, unit.at()) > most) {
            seal(null);
            miss(new Gap(last, unit.at(), 0, opened == null ? why : opened));
        }
        opened = null;
    }

    private void take(AccessUnit unit, double seconds) {
        double within = rhythm.missing(seconds);
        if (open != null) {
            open.miss(within);
        }
        InitSegment header = unit.keyframe() ? InitSegment.of(unit.codec(), unit.bytes()) : null;
        if (isOver(unit, header, seconds)) {
            seal(seconds);
        }
        if (open == null) {
            begin(unit, header, seconds);
        }
        OpenMinute minute = open;
        if (minute == null) {
            return;
        }
        if (!minute.add(unit, seconds)) {
            refuse(minute, unit.at());
        } else if (missing != null && minute.hasPictures()) {
            tell();
        }
    }

    private boolean isOver(AccessUnit unit, @Nullable InitSegment header, double seconds) {
        OpenMinute minute = open;
        if (minute == null) {
            return false;
        }
        boolean large = minute.bytes() >= settings.objectBytes();
        boolean due = minute.seconds(seconds) >= settings.minuteSeconds() || large;
        boolean coded = header != null && !minute.isCodedAs(header);
        return unit.keyframe() ? due || coded : minute.bytes() >= 2 * settings.objectBytes();
    }

    private void begin(AccessUnit unit, @Nullable InitSegment header, double seconds) {
        if (header == null) {
            miss(gap(unit, unit.keyframe() ? Cause.UNREADABLE : noKeyframe()));
            return;
        }
        Entry head = head(unit, header);
        Cause why = Cause.SPOOL_FULL;
        try {
            Piece first = spool.append(head, header.bytes());
            if (first != null) {
                extend(unit.at());
                var beginning = new OpenMinute.Beginning(header, unit.at(), seconds, settings.fragmentSeconds());
                open = new OpenMinute(spool, head, first, beginning);
                return;
            }
        } catch (IOException e) {
            LOG.warn("footage of {}: {}", camera, e.getMessage());
            why = Cause.DISK;
        }
        miss(gap(unit, why));
    }

    /** What cannot be decoded because of what was lost before it was lost for the same reason. */
    private Cause noKeyframe() {
        Gap before = missing;
        return before == null ? Cause.NO_KEYFRAME : before.why();
    }

    private Entry head(AccessUnit unit, InitSegment header) {
        String key = Place.key(camera, unit.at(), owner);
        return new Entry(
                Entry.Kind.HEAD, camera, key, unit.at(), header.codec(), header.width(), header.height(), false, 0, 0);
    }

    private void refuse(OpenMinute minute, Instant until) {
        seal(null);
        Gap refused = minute.refused();
        if (refused != null) {
            miss(refused.until(until, 0));
        }
    }

    private void seal(@Nullable Double next) {
        OpenMinute minute = open;
        open = null;
        if (minute == null) {
            return;
        }
        boolean before = minute.refused() != null;
        SpooledMinute whole = minute.end(next);
        if (whole != null) {
            sink.minute(whole);
        }
        Gap refused = minute.refused();
        if (!before && refused != null) {
            miss(refused);
        }
    }

    private static Gap gap(AccessUnit unit, Cause why) {
        return new Gap(unit.at(), unit.at(), unit.bytes().length, why);
    }

    /** What is missing in a row, for one reason, is one gap. */
    private void miss(Gap gap) {
        Gap before = missing;
        boolean goesOn =
                before != null && before.why() == gap.why() && seconds(before.to(), gap.from()) < PAUSE_SECONDS;
        if (before != null && goesOn) {
            missing = before.until(gap.to(), gap.bytes());
            return;
        }
        extend(gap.from());
        tell();
        missing = gap;
    }

    /** The last picture missing lasts until the first that is there. */
    private void extend(Instant until) {
        Gap gap = missing;
        if (gap != null && seconds(gap.to(), until) < PAUSE_SECONDS) {
            missing = gap.until(until, 0);
        }
    }

    private void tell() {
        Gap gap = missing;
        missing = null;
        if (gap != null && gap.to().isAfter(gap.from())) {
            sink.gap(camera, gap);
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}

package io.kakou.analysis.clip;

import io.kakou.analysis.camera.Timeline;
import io.kakou.events.Alert;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.Codec;
import io.kakou.rtsp.codec.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what one camera showed lately, and makes clips of it. A network thread brings the pictures; begin and release
 * may come from another. No method waits for the store.
 */
public final class ClipRecorder implements AutoCloseable {
    /** A camera that fell silent ends its clips so long after they were to end. */
    private static final double SILENT_SECONDS = 3;

    private final String camera;
    private final ClipStorage storage;
    private final Timeline timeline = new Timeline();
    private final GopRing ring;
    private final List<OpenClip> clips = new ArrayList<>();
    private final LiveFragments live = new LiveFragments();
    private Codec codec = Codec.H264;
    private boolean begins = true;
    private boolean closed;
    private volatile boolean sparing;

    /** A recorder that has seen nothing. */
    public ClipRecorder(String camera, ClipStorage storage) {
        this.camera = camera;
        this.storage = storage;
        this.ring =
                new GopRing(storage.settings().ringSeconds(), storage.settings().ringBytes());
        storage.add(this);
    }

    /** How much of what a camera showed lately is kept. */
    public enum Reach {
        /** As the settings say: clips begin before their events. */
        PREROLL,
        /** The newest keyframe: nothing can be alerted. */
        KEYFRAME
    }

    /** From the next picture on. */
    public synchronized void reach(Reach reach) {
        ring.reach(reach);
        spare();
    }

    /** A new session begins: what comes now has a timeline of its own. */
    public synchronized void sessionBegins() {
        begins = true;
    }

    /** Which pictures it has a use for now: keyframes alone while nothing more is kept, no clip is open and nobody looks. */
    public Wanted wanted() {
        return sparing && !live.isWatched() ? Wanted.KEYFRAMES : Wanted.EVERY_PICTURE;
    }

    /** Takes a coded picture of the newest session. Called by a network thread. */
    public synchronized void accept(AccessUnit unit) {
        if (closed) {
            return;
        }
        if (begins) {
            timeline.begin(unit);
            begins = false;
            codes(unit.codec());
        }
        TimedUnit timed = new TimedUnit(unit, timeline.seconds(unit));
        endClips(unit.at());
        ring.add(timed);
        clips.forEach(clip -> clip.add(timed));
        live.offer(timed);
    }

    /**
     * Begins the clip of an alert: at the GOP at or before its onset less the pre-roll.
     *
     * @param then run on a storage thread when the pre-roll and the manifest are stored, or could not be
     */
    public synchronized void begin(Alert alert, Runnable then) {
        double preroll = storage.settings().prerollSeconds();
        List<TimedUnit> units = ring.from(alert.onset().minusNanos(Math.round(preroll * 1e9)));
        Instant startAt = units.isEmpty() ? alert.onset() : units.get(0).unit().at();
        ClipFile file = storage.file(Manifest.open(alert.id(), camera, startAt, alert.onset()));
        OpenClip clip = new OpenClip(storage, alert, file);
        clip.begin(units, then);
        if (!closed) {
            clips.add(clip);
            spare();
        }
    }

    /**
     * Says of an alert that no clip of it is kept.
     *
     * @param then run on a storage thread when that is stored, or could not be
     */
    public synchronized void unkept(Alert alert, Runnable then) {
        ClipFile file = storage.file(Manifest.open(alert.id(), camera, alert.onset(), alert.onset()));
        boolean taken = storage.offer(
                camera,
                () -> {
                    file.end(List.of(), ClipState.OFF);
                    then.run();
                },
                0);
        if (!taken) {
            then.run();
        }
    }

    /** The event of an alert is over: its clip ends after its post-roll. */
    public synchronized void release(String alert, Instant at) {
        for (OpenClip clip : clips) {
            if (clip.alert().equals(alert)) {
                clip.release(at);
            }
        }
    }

    /** From the newest keyframe at or before a time, or the oldest there is, up to now. */
    public synchronized List<TimedUnit> from(Instant time) {
        return ring.from(time);
    }

    /** From the newest keyframe up to now, or that alone; empty while none came. */
    public synchronized List<TimedUnit> newestGop() {
        return ring.newestGop();
    }

    /** What the camera shows, from the newest keyframe on, or from the next where that alone is kept. To be closed. */
    public synchronized LiveFragments.Subscription live() {
        return live.subscribe(ring.isWhole() ? ring.newestGop() : List.of());
    }

    synchronized void endOverdue(Instant now) {
        endClips(now.minusNanos(Math.round(SILENT_SECONDS * 1e9)));
    }

    private void endClips(Instant now) {
        clips.removeIf(clip -> {
            boolean over = !clip.endAt().isAfter(now);
            if (over) {
                clip.end(ClipState.SEALED);
            }
            return over;
        });
        spare();
    }

    private void spare() {
        sparing = ring.reach() == Reach.KEYFRAME && clips.isEmpty();
    }

    /** A file is in one codec: what is open ends where a camera was set to another. */
    private void codes(Codec now) {
        if (now != codec) {
            codec = now;
            ring.clear();
            endAll();
        }
    }

    private void endAll() {
        clips.forEach(clip -> clip.end(ClipState.CUT));
        clips.clear();
        live.close();
    }

    /** Ends open clips as cut, and all who look live. */
    @Override
    public synchronized void close() {
        closed = true;
        storage.remove(this);
        endAll();
    }
}

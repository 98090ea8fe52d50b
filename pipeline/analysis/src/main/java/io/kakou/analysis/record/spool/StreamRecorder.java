package io.kakou.analysis.record.spool;

import io.kakou.analysis.record.index.Cause;
import io.kakou.analysis.record.index.Gap;
import io.kakou.rtsp.AccessUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes one camera's pictures from its network thread. What finds no room is let go up to the next keyframe, and the
 * next that does find room says so. Nothing here waits.
 */
public final class StreamRecorder implements AutoCloseable {
    private final Whose whose;
    private final FootageWriter writer;
    private boolean begins = true;
    private boolean closed;
    private @Nullable Gap lost;

    /**
     * Whose pictures they are.
     *
     * @param track sets apart what comes of a camera at once: what it shows, and what of its past is fetched
     */
    record Whose(String camera, String track) {
        boolean isPast() {
            return !camera.equals(track);
        }
    }

    /** A picture on its way; or the end of a camera, where there is none. */
    record Arrival(Whose whose, @Nullable AccessUnit unit, boolean begins, @Nullable Gap lost) {}

    StreamRecorder(Whose whose, FootageWriter writer) {
        this.whose = whose;
        this.writer = writer;
    }

    /** A new session begins: what comes now has a timeline of its own. */
    public synchronized void sessionBegins() {
        begins = true;
    }

    /** Takes a coded picture of the newest session. Called by a network thread. */
    public synchronized void accept(AccessUnit unit) {
        if (closed) {
            return;
        }
        boolean useless = lost != null && !unit.keyframe();
        if (useless || !writer.offer(new Arrival(whose, unit, begins, lost))) {
            lost = lost == null
                    ? new Gap(unit.at(), unit.at(), unit.bytes().length, Cause.TOO_SLOW)
                    : lost.until(unit.at(), unit.bytes().length);
            return;
        }
        begins = false;
        lost = null;
    }

    /** Ends what is open; it goes to the store. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            boolean unused = writer.offer(new Arrival(whose, null, false, lost));
        }
    }
}

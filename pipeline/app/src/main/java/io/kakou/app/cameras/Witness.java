package io.kakou.app.cameras;

import io.kakou.analysis.clip.ClipRecorder;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Alert;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.codec.Wanted;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is kept of one camera's pictures. */
public interface Witness extends AutoCloseable {
    /** A new session begins. Never blocks. */
    void sessionBegins();

    /** How much of what it showed lately is to be kept from now on. Never blocks. */
    void reach(ClipRecorder.Reach reach);

    /** Which pictures it has a use for now. Never blocks: a network thread asks as each begins. */
    Wanted wanted();

    /** Takes a coded picture. Never blocks: a network thread calls it. */
    void accept(AccessUnit unit);

    /** Takes every look; hands each of its alerts to {@code publish} once what it rests on is stored. */
    void judged(Judged judged, Consumer<Alert> publish);

    /** The newest picture as JPEG, or null while none came. */
    byte @Nullable [] picture();

    /** The camera live, from the newest keyframe on. */
    Live live();

    @Override
    void close();

    /** A camera as fragmented MP4. */
    interface Live extends AutoCloseable {
        /** The next bytes, the init segment first; null where none came in time. */
        byte @Nullable [] next(double seconds) throws InterruptedException;

        /** Whether nothing comes any more. */
        boolean ended();

        @Override
        void close();
    }
}

package io.kakou.app.cameras;

import io.kakou.analysis.clip.ClipRecorder;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Alert;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.codec.Wanted;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps nothing. */
public class QuietWitness implements Witness {
    @Override
    public void reach(ClipRecorder.Reach reach) {}

    @Override
    public void sessionBegins() {}

    @Override
    public Wanted wanted() {
        return Wanted.EVERY_PICTURE;
    }

    @Override
    public void accept(AccessUnit unit) {}

    @Override
    public void judged(Judged judged, Consumer<Alert> publish) {}

    @Override
    public byte @Nullable [] picture() {
        return null;
    }

    @Override
    public Live live() {
        throw new IllegalStateException("nobody looks live here");
    }

    @Override
    public void close() {}
}

package io.kakou.analysis.watch;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import org.jspecify.annotations.Nullable;

/** A camera's frames at their own size, for reading plates and faces; larger than full HD they are made smaller. One thread. */
public final class SharpPicture implements AutoCloseable {
    private static final int MOST_WIDTH = 1920;

    private @Nullable Scaler scaler;
    /** Written over by each frame. */
    private @Nullable Picture kept;

    /** Holds until the next call. */
    public Picture of(DecodedFrame frame) {
        Size size = bounded(frame.size());
        if (scaler == null || kept == null || kept.width() != size.width() || kept.height() != size.height()) {
            close();
            scaler = new Scaler(size);
            kept = Picture.allocate(size.width(), size.height());
        }
        return scaler.picture(frame, kept);
    }

    private static Size bounded(Size size) {
        int width = Math.min(MOST_WIDTH, size.width());
        return new Size(width, (int) Math.max(1, Math.round(size.height() * (width / (double) size.width()))));
    }

    @Override
    public void close() {
        if (scaler != null) {
            scaler.close();
            scaler = null;
        }
    }
}

package io.kakou.analysis.watch;

import io.kakou.analysis.decode.Scaler;
import io.kakou.models.Picture;
import io.kakou.models.Size;

/**
 * What frames are made into pictures with: half a megabyte of native memory, so that those who look share a few. A picture
 * that comes of it holds until the next. One thread at a time.
 */
public final class Lens implements AutoCloseable {
    private final Scaler scaler;
    /** Written over by each look that detects: its picture is the judge's until then. */
    private final Picture kept;

    private final SharpPicture sharp = new SharpPicture();

    /** @param input the size at which a detector takes pictures */
    public Lens(Size input) {
        this.scaler = new Scaler(input);
        this.kept = Picture.allocate(input.width(), input.height());
    }

    Scaler scaler() {
        return scaler;
    }

    Picture kept() {
        return kept;
    }

    SharpPicture sharp() {
        return sharp;
    }

    @Override
    public void close() {
        scaler.close();
        sharp.close();
    }
}

package io.kakou.analysis.recall;

import io.kakou.analysis.stature.StatureMemory;
import io.kakou.models.Size;

/** Keeps one camera's learned heights. The thread that watches owns it; a second close does nothing. */
public interface HeightKeeper extends AutoCloseable {
    /** Remembers nothing and keeps nothing. */
    HeightKeeper NONE = new HeightKeeper() {
        @Override
        public StatureMemory recall(Size picture) {
            return StatureMemory.EMPTY;
        }

        @Override
        public void keep(StatureMemory learned, double seconds) {}

        @Override
        public void close() {}
    };

    /** What was learned before of pictures of this size; empty where nothing. What was kept of another size is dropped. */
    StatureMemory recall(Size picture);

    /**
     * Takes what is known now, and writes it from time to time.
     *
     * @param seconds on the camera's timeline
     */
    void keep(StatureMemory learned, double seconds);

    /** Writes what is not written yet. */
    @Override
    void close();
}

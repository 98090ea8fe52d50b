package io.kakou.analysis.recall;

import io.kakou.events.Camera;
import io.kakou.models.Size;
import java.time.Instant;

/** Keeps what one camera has taught. The thread that watches owns it; a second close does nothing. */
public interface MemoryKeeper extends AutoCloseable {
    /** Remembers nothing and keeps nothing. */
    MemoryKeeper NONE = new MemoryKeeper() {
        @Override
        public Learned recall(Size picture) {
            return Learned.NOTHING;
        }

        @Override
        public void keep(Learned learned, double seconds, Instant at) {}

        @Override
        public void write() {}

        @Override
        public void close() {}
    };

    /** A keeper that finds on this shelf what was learned before, and leaves there what is learned now. */
    static MemoryKeeper of(Camera camera, MemoryShelf shelf) {
        return new KeptMemory(camera, shelf);
    }

    /** What was learned before of pictures of this size. */
    Learned recall(Size picture);

    /**
     * Takes what is known now, and writes it from time to time; at once where an open alert has come or gone.
     *
     * @param seconds on the camera's timeline
     * @param at when the newest look was, our time
     */
    void keep(Learned learned, double seconds, Instant at);

    /** Writes what is not written yet; on any thread. */
    void write();

    /** Writes it for the last time. */
    @Override
    void close();
}

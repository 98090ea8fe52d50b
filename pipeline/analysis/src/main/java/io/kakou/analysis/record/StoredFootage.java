package io.kakou.analysis.record;

import io.kakou.analysis.clip.TimedUnit;
import io.kakou.analysis.store.StoreException;
import java.time.Instant;
import java.util.List;

/** What was recorded of the cameras, as coded pictures. Safe for many threads. */
public interface StoredFootage {
    /**
     * A camera's coded pictures of a span: whole GOPs that cover what is kept of it, in the order of decoding, on one
     * timeline in seconds. Empty where nothing is kept.
     *
     * @param from first instant wanted; what is given begins at the keyframe at or before it
     * @param to what is shown then or later is not wanted
     * @throws StoreException where the index names what cannot be read
     */
    List<TimedUnit> units(String camera, Instant from, Instant to) throws StoreException;
}

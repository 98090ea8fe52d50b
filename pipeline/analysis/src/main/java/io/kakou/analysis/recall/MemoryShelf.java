package io.kakou.analysis.recall;

import io.kakou.events.LearnedMemory;
import java.util.Optional;

/** Where memories lie beyond the process. Safe for many threads; never blocks. */
public interface MemoryShelf {
    /** The newest of a camera and a rule, of whatever epoch. */
    Optional<LearnedMemory> newest(String camera, String rule);

    /** Takes one; whose it is, is the shelf's to say. */
    void put(LearnedMemory memory);
}

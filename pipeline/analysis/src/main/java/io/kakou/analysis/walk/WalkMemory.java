package io.kakou.analysis.walk;

import io.kakou.analysis.stature.StatureMemory;
import java.util.List;

/**
 * What is known of one camera's walkers.
 *
 * @param seconds of the newest look
 * @param walkers seen lately, by id
 * @param stature what their sizes taught
 */
public record WalkMemory(double seconds, List<Walker> walkers, StatureMemory stature) {
    public static final WalkMemory EMPTY = new WalkMemory(0, List.of(), StatureMemory.EMPTY);

    public WalkMemory {
        walkers = List.copyOf(walkers);
    }

    /** The same with other heights. */
    public WalkMemory with(StatureMemory learned) {
        return new WalkMemory(seconds, walkers, learned);
    }

    /** Those seen in the newest look. */
    public List<Walker> present() {
        return walkers.stream().filter(walker -> walker.seenAt(seconds)).toList();
    }
}

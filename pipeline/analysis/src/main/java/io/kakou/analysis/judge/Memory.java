package io.kakou.analysis.judge;

import io.kakou.analysis.rule.EbikeInLiftMemory;
import io.kakou.analysis.track.Tracks;

/**
 * All that judging one camera carries from look to look.
 *
 * @param tracks who is the same as in the look before
 * @param ebikeInLift what that rule remembers
 */
public record Memory(Tracks tracks, EbikeInLiftMemory ebikeInLift) {
    /** A camera never seen before. */
    public static final Memory EMPTY = new Memory(Tracks.NONE, EbikeInLiftMemory.EMPTY);
}

package io.kakou.analysis.judge;

import io.kakou.analysis.plate.PlateMemory;
import io.kakou.analysis.rule.EbikeInLiftMemory;
import io.kakou.analysis.track.Tracks;
import java.util.Objects;

/**
 * All that judging one camera carries from look to look.
 *
 * @param tracks who is the same as in the look before
 * @param ebikeInLift what that rule remembers
 * @param plates what was read of the vehicles; nothing in memories that an older release kept
 */
public record Memory(Tracks tracks, EbikeInLiftMemory ebikeInLift, PlateMemory plates) {
    /** A camera never seen before. */
    public static final Memory EMPTY = new Memory(Tracks.NONE, EbikeInLiftMemory.EMPTY, PlateMemory.EMPTY);

    public Memory {
        plates = Objects.requireNonNullElse(plates, PlateMemory.EMPTY);
    }

    Memory with(Tracks seen) {
        return new Memory(seen, ebikeInLift, plates);
    }

    Memory with(EbikeInLiftMemory remembered) {
        return new Memory(tracks, remembered, plates);
    }

    Memory with(PlateMemory remembered) {
        return new Memory(tracks, ebikeInLift, remembered);
    }
}

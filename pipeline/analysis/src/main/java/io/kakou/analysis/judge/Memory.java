package io.kakou.analysis.judge;

import io.kakou.analysis.rule.EbikeInLiftMemory;
import io.kakou.analysis.rule.MuckTruckMemory;
import io.kakou.analysis.track.Tracks;
import java.util.Objects;

/**
 * All that judging one camera carries from look to look.
 *
 * @param tracks who is the same as in the look before
 * @param ebikeInLift what that rule remembers
 * @param muckTruck what that rule remembers; nothing in memories that an older release kept
 */
public record Memory(Tracks tracks, EbikeInLiftMemory ebikeInLift, MuckTruckMemory muckTruck) {
    /** A camera never seen before. */
    public static final Memory EMPTY = new Memory(Tracks.NONE, EbikeInLiftMemory.EMPTY, MuckTruckMemory.EMPTY);

    public Memory {
        muckTruck = Objects.requireNonNullElse(muckTruck, MuckTruckMemory.EMPTY);
    }

    Memory with(Tracks seen) {
        return new Memory(seen, ebikeInLift, muckTruck);
    }

    Memory with(EbikeInLiftMemory remembered) {
        return new Memory(tracks, remembered, muckTruck);
    }

    Memory with(MuckTruckMemory remembered) {
        return new Memory(tracks, ebikeInLift, remembered);
    }
}

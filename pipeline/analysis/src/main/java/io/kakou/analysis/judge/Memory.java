package io.kakou.analysis.judge;

import io.kakou.analysis.rule.EbikeInLiftMemory;
import io.kakou.analysis.rule.LostChildMemory;
import io.kakou.analysis.rule.MuckTruckMemory;
import io.kakou.analysis.track.Tracks;
import java.util.Objects;

/**
 * All that judging one camera carries from look to look.
 *
 * @param tracks who is the same as in the look before
 * @param ebikeInLift what that rule remembers
 * @param muckTruck what that rule remembers; nothing in memories that an older release kept
 * @param lostChild the same
 */
public record Memory(
        Tracks tracks, EbikeInLiftMemory ebikeInLift, MuckTruckMemory muckTruck, LostChildMemory lostChild) {
    /** A camera never seen before. */
    public static final Memory EMPTY =
            new Memory(Tracks.NONE, EbikeInLiftMemory.EMPTY, MuckTruckMemory.EMPTY, LostChildMemory.EMPTY);

    public Memory {
        muckTruck = Objects.requireNonNullElse(muckTruck, MuckTruckMemory.EMPTY);
        lostChild = Objects.requireNonNullElse(lostChild, LostChildMemory.EMPTY);
    }

    Memory with(Tracks seen) {
        return new Memory(seen, ebikeInLift, muckTruck, lostChild);
    }

    Memory with(EbikeInLiftMemory remembered) {
        return new Memory(tracks, remembered, muckTruck, lostChild);
    }

    Memory with(MuckTruckMemory remembered) {
        return new Memory(tracks, ebikeInLift, remembered, lostChild);
    }

    Memory with(LostChildMemory remembered) {
        return new Memory(tracks, ebikeInLift, muckTruck, remembered);
    }
}

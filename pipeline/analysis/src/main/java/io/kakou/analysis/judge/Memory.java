package io.kakou.analysis.judge;

import io.kakou.analysis.plate.PlateMemory;
import io.kakou.analysis.rule.EbikeInLiftMemory;
import io.kakou.analysis.rule.MuckTruckMemory;
import io.kakou.analysis.track.Tracks;
import java.util.Objects;

/**
 * All that judging one camera carries from look to look. What an older release did not keep is empty.
 *
 * @param tracks who is the same as in the look before
 * @param ebikeInLift what that rule remembers
 * @param muckTruck what that rule remembers
 * @param plates what was read of the vehicles
 */
public record Memory(
        Tracks tracks,
        EbikeInLiftMemory ebikeInLift,
        MuckTruckMemory muckTruck,
        PlateMemory plates) {
    /** A camera never seen before. */
    public static final Memory EMPTY = new Memory(
            Tracks.NONE,
            EbikeInLiftMemory.EMPTY,
            MuckTruckMemory.EMPTY,
            PlateMemory.EMPTY);

    public Memory {
        muckTruck = Objects.requireNonNullElse(muckTruck, MuckTruckMemory.EMPTY);
        plates = Objects.requireNonNullElse(plates, PlateMemory.EMPTY);
    }

    Memory with(Tracks seen) {
        return new Memory(seen, ebikeInLift, muckTruck, plates);
    }

    Memory with(EbikeInLiftMemory remembered) {
        return new Memory(tracks, remembered, muckTruck, plates);
    }

    Memory with(MuckTruckMemory remembered) {
        return new Memory(tracks, ebikeInLift, remembered, plates);
    }

    Memory with(PlateMemory remembered) {
        return new Memory(tracks, ebikeInLift, muckTruck, remembered);
    }
}

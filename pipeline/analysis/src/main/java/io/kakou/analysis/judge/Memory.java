package io.kakou.analysis.judge;

import io.kakou.analysis.plate.PlateMemory;
import io.kakou.analysis.rule.DumpingMemory;
import io.kakou.analysis.rule.EbikeInLiftMemory;
import io.kakou.analysis.rule.MuckTruckMemory;
import io.kakou.analysis.rule.WaterloggingMemory;
import io.kakou.analysis.track.Tracks;
import java.util.Objects;

/**
 * All that judging one camera carries from look to look. What an older release did not keep is empty.
 *
 * @param tracks who is the same as in the look before
 * @param ebikeInLift what that rule remembers
 * @param muckTruck what that rule remembers
 * @param dumping what that rule remembers
 * @param waterlogging what that rule remembers
 * @param plates what was read of the vehicles
 */
public record Memory(
        Tracks tracks,
        EbikeInLiftMemory ebikeInLift,
        MuckTruckMemory muckTruck,
        DumpingMemory dumping,
        WaterloggingMemory waterlogging,
        PlateMemory plates) {
    /** A camera never seen before. */
    public static final Memory EMPTY = new Memory(
            Tracks.NONE,
            EbikeInLiftMemory.EMPTY,
            MuckTruckMemory.EMPTY,
            DumpingMemory.EMPTY,
            WaterloggingMemory.EMPTY,
            PlateMemory.EMPTY);

    public Memory {
        muckTruck = Objects.requireNonNullElse(muckTruck, MuckTruckMemory.EMPTY);
        dumping = Objects.requireNonNullElse(dumping, DumpingMemory.EMPTY);
        waterlogging = Objects.requireNonNullElse(waterlogging, WaterloggingMemory.EMPTY);
        plates = Objects.requireNonNullElse(plates, PlateMemory.EMPTY);
    }

    Memory with(Tracks seen) {
        return new Memory(seen, ebikeInLift, muckTruck, dumping, waterlogging, plates);
    }

    Memory with(EbikeInLiftMemory remembered) {
        return new Memory(tracks, remembered, muckTruck, dumping, waterlogging, plates);
    }

    Memory with(MuckTruckMemory remembered) {
        return new Memory(tracks, ebikeInLift, remembered, dumping, waterlogging, plates);
    }

    Memory with(DumpingMemory remembered) {
        return new Memory(tracks, ebikeInLift, muckTruck, remembered, waterlogging, plates);
    }

    Memory with(WaterloggingMemory remembered) {
        return new Memory(tracks, ebikeInLift, muckTruck, dumping, remembered, plates);
    }

    Memory with(PlateMemory remembered) {
        return new Memory(tracks, ebikeInLift, muckTruck, dumping, waterlogging, remembered);
    }
}

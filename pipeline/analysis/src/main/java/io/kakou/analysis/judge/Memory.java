package io.kakou.analysis.judge;

import io.kakou.analysis.person.PersonMemory;
import io.kakou.analysis.plate.PlateMemory;
import io.kakou.analysis.rule.EbikeInLiftMemory;
import io.kakou.analysis.rule.LostChildMemory;
import io.kakou.analysis.rule.MuckTruckMemory;
import io.kakou.analysis.rule.dumping.DumpingMemory;
import io.kakou.analysis.rule.water.WaterloggingMemory;
import io.kakou.analysis.track.Tracks;
import java.util.Objects;

/**
 * All that judging one camera carries from look to look. What an older release did not keep is empty.
 *
 * @param tracks who is the same as in the look before
 * @param ebikeInLift what that rule remembers
 * @param muckTruck what that rule remembers
 * @param lostChild what that rule remembers
 * @param dumping what that rule remembers
 * @param waterlogging what that rule remembers
 * @param plates what was read of the vehicles
 * @param people who is passing
 */
public record Memory(
        Tracks tracks,
        EbikeInLiftMemory ebikeInLift,
        MuckTruckMemory muckTruck,
        LostChildMemory lostChild,
        DumpingMemory dumping,
        WaterloggingMemory waterlogging,
        PlateMemory plates,
        PersonMemory people) {
    /** A camera never seen before. */
    public static final Memory EMPTY = new Memory(
            Tracks.NONE,
            EbikeInLiftMemory.EMPTY,
            MuckTruckMemory.EMPTY,
            LostChildMemory.EMPTY,
            DumpingMemory.EMPTY,
            WaterloggingMemory.EMPTY,
            PlateMemory.EMPTY,
            PersonMemory.EMPTY);

    public Memory {
        muckTruck = Objects.requireNonNullElse(muckTruck, MuckTruckMemory.EMPTY);
        lostChild = Objects.requireNonNullElse(lostChild, LostChildMemory.EMPTY);
        dumping = Objects.requireNonNullElse(dumping, DumpingMemory.EMPTY);
        waterlogging = Objects.requireNonNullElse(waterlogging, WaterloggingMemory.EMPTY);
        plates = Objects.requireNonNullElse(plates, PlateMemory.EMPTY);
        people = Objects.requireNonNullElse(people, PersonMemory.EMPTY);
    }

    /** The same with another part. */
    public Memory with(Tracks seen) {
        return new Memory(seen, ebikeInLift, muckTruck, lostChild, dumping, waterlogging, plates, people);
    }

    Memory with(EbikeInLiftMemory remembered) {
        return new Memory(tracks, remembered, muckTruck, lostChild, dumping, waterlogging, plates, people);
    }

    Memory with(MuckTruckMemory remembered) {
        return new Memory(tracks, ebikeInLift, remembered, lostChild, dumping, waterlogging, plates, people);
    }

    /** The same with another part. */
    public Memory with(LostChildMemory remembered) {
        return new Memory(tracks, ebikeInLift, muckTruck, remembered, dumping, waterlogging, plates, people);
    }

    /** The same with another part. */
    public Memory with(DumpingMemory remembered) {
        return new Memory(tracks, ebikeInLift, muckTruck, lostChild, remembered, waterlogging, plates, people);
    }

    /** The same with another part. */
    public Memory with(WaterloggingMemory remembered) {
        return new Memory(tracks, ebikeInLift, muckTruck, lostChild, dumping, remembered, plates, people);
    }

    Memory with(PlateMemory remembered) {
        return new Memory(tracks, ebikeInLift, muckTruck, lostChild, dumping, waterlogging, remembered, people);
    }

    Memory with(PersonMemory remembered) {
        return new Memory(tracks, ebikeInLift, muckTruck, lostChild, dumping, waterlogging, plates, remembered);
    }
}

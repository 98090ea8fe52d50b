package io.kakou.analysis.judge;

import io.kakou.analysis.plate.PlateMemory;
import io.kakou.analysis.rule.DumpingMemory;
import io.kakou.analysis.rule.EbikeInLiftMemory;
import io.kakou.analysis.track.Tracks;
import java.util.Objects;

/**
 * All that judging one camera carries from look to look.
 *
 * @param tracks who is the same as in the look before
 * @param ebikeInLift what that rule remembers
 * @param plates what was read of the vehicles; nothing in memories that an older release kept, likewise {@code dumping}
 * @param dumping what that rule remembers
 */
public record Memory(Tracks tracks, EbikeInLiftMemory ebikeInLift, PlateMemory plates, DumpingMemory dumping) {
    /** A camera never seen before. */
    public static final Memory EMPTY =
            new Memory(Tracks.NONE, EbikeInLiftMemory.EMPTY, PlateMemory.EMPTY, DumpingMemory.EMPTY);

    public Memory {
        plates = Objects.requireNonNullElse(plates, PlateMemory.EMPTY);
        dumping = Objects.requireNonNullElse(dumping, DumpingMemory.EMPTY);
    }

    Memory with(Tracks seen) {
        return new Memory(seen, ebikeInLift, plates, dumping);
    }

    Memory with(EbikeInLiftMemory remembered) {
        return new Memory(tracks, remembered, plates, dumping);
    }

    Memory with(PlateMemory remembered) {
        return new Memory(tracks, ebikeInLift, remembered, dumping);
    }

    Memory with(DumpingMemory remembered) {
        return new Memory(tracks, ebikeInLift, plates, remembered);
    }
}

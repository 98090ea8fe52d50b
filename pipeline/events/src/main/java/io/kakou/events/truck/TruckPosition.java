package io.kakou.events.truck;

import io.kakou.events.Point;
import io.kakou.events.Range;
import io.kakou.events.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an on-board terminal says its truck is: the location report 0x0200 of JT/T 808-2019, 8.12; topic {@code
 * positions}, key the plate.
 *
 * @param at the report's time (BCD[6], of GMT+8)
 * @param speed km/h; the report has tenths
 * @param direction degrees from north, clockwise, 0 to 359
 * @param alarm the alarm word, 32 bits (table 24)
 * @param status the status word, 32 bits (table 25)
 * @param lifted whether the body is raised; null where the terminal does not say: no item of the standard tells it, vendors'
 *     extensions do
 */
public record TruckPosition(
        String plate,
        Instant at,
        Point place,
        double speed,
        int direction,
        long alarm,
        long status,
        @Nullable Boolean lifted) {
    /** Bit 1 of the status word: there is a fix. */
    private static final long LOCATED = 1L << 1;

    private static final long WORD = 0xFFFF_FFFFL;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and are refused here.
    public TruckPosition {
        plate = Plate.check("plate of a position", plate);
        String named = plate;
        Required.field("at", at, () -> "a position of " + named);
        Required.field("place", place, () -> "a position of " + named);
        Range.check("speed of " + plate, speed, 0, 6_553.5);
        Range.check("direction of " + plate, direction, 0, 359);
        Range.check("alarm of " + plate, (double) alarm, 0, WORD);
        Range.check("status of " + plate, (double) status, 0, WORD);
    }

    /** Whether the place is a fix, and not the last one known. */
    public boolean located() {
        return (status & LOCATED) != 0;
    }
}

package io.kakou.models.plate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the looks at one vehicle said of its plate: a value that grows by one reading a look and is bounded.
 *
 * @param readings the best so far, best first
 */
public record PlateVotes(List<PlateReading> readings) {
    public static final PlateVotes NONE = new PlateVotes(List.of());
    /** Plates are read while a vehicle comes nearer: later readings push out what was too small. */
    private static final int MOST = 12;

    public PlateVotes {
        readings = List.copyOf(readings);
    }

    /** With one more. */
    public PlateVotes and(PlateReading reading) {
        List<PlateReading> all = new ArrayList<>(readings);
        all.add(reading);
        all.sort(Comparator.comparingDouble(PlateReading::confidence).reversed().thenComparing(PlateReading::text));
        return new PlateVotes(all.subList(0, Math.min(MOST, all.size())));
    }

    /** What they come to, sign by sign; the box and the colour are the best reading's. Empty where there is none. */
    public Optional<PlateReading> reading() {
        return switch (readings.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(readings.get(0));
            default -> Optional.of(PlateTally.of(readings));
        };
    }
}

package io.kakou.analysis.clip;

import io.kakou.analysis.clip.Manifest.Gap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that follow each other, on their way into a clip.
 *
 * @param units from a keyframe on where it is the first after the clip's begin or a gap
 * @param next when the picture after them is shown, on the camera's timeline; null where none came yet
 */
record Stretch(List<TimedUnit> units, @Nullable Double next) {
    static final Stretch NONE = new Stretch(List.of(), null);

    Stretch {
        units = List.copyOf(units);
    }

    long bytes() {
        return TimedUnit.bytes(units);
    }

    Gap gap(String why) {
        return new Gap(
                units.get(0).unit().at(), units.get(units.size() - 1).unit().at(), bytes(), why);
    }
}

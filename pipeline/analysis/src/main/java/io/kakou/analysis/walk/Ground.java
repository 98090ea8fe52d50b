package io.kakou.analysis.walk;

import io.kakou.analysis.stature.AdultHeight;
import io.kakou.models.Box;
import org.jspecify.annotations.Nullable;

/**
 * How far apart people stand, in heights of an adult. Across the picture it follows from how tall adults are there; into
 * its depth from how much taller they are here than there: distance is focal length over height.
 */
final class Ground {
    /** In picture heights; about a 4 mm lens on ⅓″. Nobody tells the judge which lens it is. */
    private static final double FOCAL = 1.2;
    /** Until shapes are learned: of a sub stream. */
    private static final double WIDE = 16 / 9.0;

    private final @Nullable AdultHeight adults;

    Ground(@Nullable AdultHeight adults) {
        this.adults = adults;
    }

    double between(Box one, Box other) {
        double here = height(one);
        double there = height(other);
        double middle = (here + there) / 2;
        double across = Math.abs(one.centreX() - other.centreX()) * aspect() / middle;
        double depth = FOCAL * Math.abs(1 / here - 1 / there);
        // From steeply above heights hardly differ; there a step down the picture is at least as long on the ground.
        double down = Math.abs(one.bottom() - other.bottom()) / middle;
        return Math.hypot(across, adults == null ? down : Math.max(depth, down));
    }

    /** An adult's height where this box stands. */
    private double height(Box box) {
        return adults == null ? Math.max(0.01, box.height()) : adults.at(box.centreX(), box.bottom());
    }

    private double aspect() {
        return adults == null ? WIDE : adults.aspect();
    }
}

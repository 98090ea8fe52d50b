package io.kakou.analysis.look;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a camera's work cost lately, in seconds of a core, each newest measurement weighing a tenth. */
final class Costs {
    private static final double NEWEST = 0.1;
    /** Until anything is measured: 360p on one core of a server of 2023. */
    private static final Map<Work, Double> USUAL =
            Map.of(Work.GLANCE, 0.005, Work.DETECTION, 0.02, Work.FOLLOWED, 0.04);

    private final EnumMap<Work, Double> seconds = new EnumMap<>(Work.class);
    private final @Nullable Costs usual;

    /** @param usual what holds for work that was never measured here; null: what is usual anywhere */
    Costs(@Nullable Costs usual) {
        this.usual = usual;
    }

    void spent(Work work, double cpuSeconds) {
        seconds.merge(work, cpuSeconds, (before, now) -> before + NEWEST * (now - before));
    }

    double of(Work work) {
        Double own = seconds.get(work);
        if (own != null) {
            return own;
        }
        return usual == null ? Objects.requireNonNull(USUAL.get(work)) : usual.of(work);
    }
}

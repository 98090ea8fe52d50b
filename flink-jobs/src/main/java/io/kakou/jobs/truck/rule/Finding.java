package io.kakou.jobs.truck.rule;

import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.TruckReason;
import org.jspecify.annotations.Nullable;

/**
 * What the papers say of a truck somewhere.
 *
 * @param permit the one that was held against it, or null
 * @param site whose gate it was at, or null
 */
public record Finding(Judgement judgement, TruckReason reason, @Nullable String permit, @Nullable String site) {
    static Finding clean(@Nullable String permit) {
        return new Finding(Judgement.CLEAN, TruckReason.PERMITTED, permit, null);
    }

    static Finding unknown(TruckReason reason, @Nullable String site) {
        return new Finding(Judgement.UNKNOWN, reason, null, site);
    }

    static Finding violation(TruckReason reason, @Nullable String permit, @Nullable String site) {
        return new Finding(Judgement.VIOLATION, reason, permit, site);
    }
}

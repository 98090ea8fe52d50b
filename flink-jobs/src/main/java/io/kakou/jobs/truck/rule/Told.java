package io.kakou.jobs.truck.rule;

import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.TruckReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said last.
 *
 * @param id of the verdict
 * @param withdrawn why it had been a violation before, or null
 * @param raised how often an alert was
 */
public record Told(
        String id,
        long version,
        Instant at,
        Judgement judgement,
        TruckReason reason,
        @Nullable String instead,
        @Nullable TruckReason withdrawn,
        int raised) {
    /** Whether it is a violation that a paper which comes late may explain. */
    boolean isByPapers() {
        return judgement == Judgement.VIOLATION && reason != TruckReason.CLONED_PLATE && reason != TruckReason.DUMPED;
    }
}

package io.kakou.analysis.lift;

import io.kakou.analysis.rule.EbikeInLiftMemory;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Camera;
import io.kakou.events.EventKind;
import io.kakou.events.Point;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a cabin found.
 *
 * @param place of the camera, or null where nobody said
 * @param at of the look, our time
 * @param alert id of the alert of the e-bike that is told and not released, or null
 * @param onset its first evidence, or null
 * @param seen whether this look says that it is still there: it saw it, or nothing has changed since one that did
 */
public record CabinLook(
        String camera,
        @Nullable Point place,
        Instant at,
        @Nullable String alert,
        @Nullable Instant onset,
        boolean seen) {
    /** What a rule that is switched off remembers is no reason. */
    public static CabinLook of(Camera camera, Judged judged) {
        EbikeInLiftMemory memory = judged.judgement().next().ebikeInLift();
        EbikeInLiftMemory.Stay stay = memory.stay();
        Instant at = judged.look().at();
        if (stay == null || judged.look().braked().contains(EventKind.EBIKE_IN_LIFT)) {
            return new CabinLook(camera.id(), camera.place(), at, null, null, false);
        }
        boolean known =
                switch (judged.look().depth()) {
                    case DETECTED, GATED -> true;
                    case UNKNOWN, PASSED -> false;
                };
        List<EbikeInLiftMemory.Sight> recent = memory.recent();
        boolean seen =
                known && !recent.isEmpty() && recent.get(recent.size() - 1).seen();
        return new CabinLook(camera.id(), camera.place(), at, stay.alert(), stay.onset(), seen);
    }
}

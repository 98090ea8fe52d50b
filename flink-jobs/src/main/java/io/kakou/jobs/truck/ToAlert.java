package io.kakou.jobs.truck;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.TruckVerdict;
import io.kakou.jobs.truck.rule.Judged;
import io.kakou.jobs.truck.rule.Seen;
import io.kakou.jobs.truck.rule.TruckRule;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A violation raises an alert with the plate as its subject; a violation that is withdrawn releases it, as of the moment at which the
 * truck was seen, for then already it was none. Both bear the worker and the generation of what was seen, so that they are
 * dropped, or not, as that is.
 */
final class ToAlert implements FlatMapFunction<Judged, Alert> {
    /** Stands for a camera where a terminal told. */
    static final String ON_BOARD = "on-board";

    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(Judged judged, Collector<Alert> out) {
        TruckVerdict verdict = judged.verdict();
        String id = verdict.alert();
        if (id == null) {
            return;
        }
        if (verdict.judgement() == Judgement.VIOLATION) {
            out.collect(alert(judged, id, AlertPhase.RAISED, verdict.reason().name()));
        } else if (verdict.withdrawn() != null) {
            String permit = verdict.permit() == null ? "" : ", permit " + verdict.permit();
            String note = verdict.withdrawn() + " withdrawn " + verdict.judgedAt() + ": " + verdict.reason() + permit;
            out.collect(alert(judged, id, AlertPhase.RELEASED, note));
        }
    }

    private static Alert alert(Judged judged, String id, AlertPhase phase, String note) {
        TruckVerdict verdict = judged.verdict();
        @Nullable Seen seen = judged.seen();
        return new Alert(
                id,
                phase,
                EventKind.MUCK_TRUCK,
                verdict.plate(),
                TruckRule.NAME,
                verdict.camera() == null ? ON_BOARD : verdict.camera(),
                verdict.place(),
                null,
                verdict.at(),
                verdict.at(),
                seen == null ? 1 : seen.belief().weight(),
                seen == null ? List.of() : List.of(seen.box()),
                List.of(),
                seen == null ? "" : seen.worker(),
                seen == null ? 0 : seen.generation(),
                note);
    }
}

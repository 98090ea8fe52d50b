package io.kakou.benchmarks.kills;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** An alert of now, as a rule raises it in a lift. */
final class LiftAlert {
    private LiftAlert() {}

    static Alert raised(String id, String subject, String camera) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Alert(
                id,
                AlertPhase.RAISED,
                EventKind.EBIKE_IN_LIFT,
                subject,
                "bench/1",
                camera,
                null,
                null,
                at,
                at,
                0.83,
                List.of(),
                List.of(),
                "bench",
                1);
    }
}

package io.kakou.benchmarks.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Alert;
import io.kakou.events.EventKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void every_event_gives_its_alerts_once_also_where_they_fill_no_whole_block() {
        for (int events : List.of(1, 999, 1000, 1001, 2500)) {
            Batch batch = new Batch(40, events, 3, EventKind.EBIKE_IN_LIFT);
            Set<String> ids = new HashSet<>();
            for (int place = 0; place < batch.alerts(); place++) {
                Alert alert = batch.take(place, NOON);
                ids.add(alert.id());
                assertThat(batch.holds(Batch.eventOf(alert.id()))).isTrue();
            }
            assertThat(ids).hasSize(events * 3);
            assertThat(batch.sentSoFar()).isEqualTo(events * 3);
        }
    }

    @Test
    void an_alert_is_read_once_an_incident_counts_it() {
        Batch batch = new Batch(7, 2, 3, EventKind.EBIKE_IN_LIFT);
        for (int place = 0; place < batch.alerts(); place++) {
            batch.take(place, NOON);
        }
        batch.heard(7, 2, System.nanoTime());
        batch.heard(8, 9, System.nanoTime());

        assertThat(batch.readSoFar()).isEqualTo(5);
        assertThat(batch.delays().many()).isEqualTo(5);
        assertThat(batch.delays().p50Millis()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void a_step_is_late_from_its_deadline_or_from_the_restart_whichever_is_later() {
        Batch batch = new Batch(0, 1, 1, EventKind.LOST_CHILD);
        batch.take(0, NOON);
        batch.heardOverdue(0, NOON.toEpochMilli() + 31_250);

        assertThat(batch.overdueDelays(30_000, 0).mostMillis()).isEqualTo(1250);
        assertThat(batch.overdueDelays(30_000, NOON.toEpochMilli() + 31_000).mostMillis())
                .isEqualTo(250);
    }
}

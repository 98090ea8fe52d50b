package io.kakou.app.role;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.Stage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A disk that is full and one that has room again. */
class AlertDeskTest {
    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

    private final List<String> onDisk = new ArrayList<>();
    private final List<String> onLog = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private boolean full;
    private boolean away;

    private final AlertDesk desk = new AlertDesk(
            this::append,
            alerts -> {
                if (away) {
                    throw new IOException("nobody answers");
                }
                alerts.forEach(each -> onLog.add(new String(each.json(), UTF_8)));
            },
            alert -> acknowledged.add(alert.id()));

    @Test
    void an_alert_that_the_disk_refuses_goes_to_the_log_at_once_and_health_says_why() {
        full = true;
        desk.keep(alert("a"));
        assertThat(onLog).singleElement().asString().contains("\"id\":\"a\"");
        assertThat(acknowledged).containsExactly("a");
        assertThat(desk.told(health()).blind())
                .isEqualTo("this machine's disk takes no alerts: No space left on device");
    }

    @Test
    void one_that_nobody_took_is_not_acknowledged() {
        full = true;
        away = true;
        desk.keep(alert("a"));
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void once_there_is_room_again_all_is_as_before() {
        full = true;
        desk.keep(alert("a"));
        full = false;
        desk.keep(alert("b"));
        assertThat(onDisk).containsExactly("b");
        assertThat(onLog).hasSize(1);
        assertThat(desk.told(health())).isEqualTo(health());
    }

    private long append(Alert alert) throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
        onDisk.add(alert.id());
        return onDisk.size();
    }

    private static Health health() {
        return new Health(
                "lift-7", Stage.LOOKING, NOW, NOW, null, null, "analysis-1", 1, List.of(), List.of(), null, List.of());
    }

    private static Alert alert(String id) {
        return new Alert(
                id,
                AlertPhase.RAISED,
                EventKind.EBIKE_IN_LIFT,
                "two-wheeler",
                "ebike-in-lift/1",
                "lift-7",
                null,
                null,
                NOW,
                NOW,
                0.8,
                List.of(),
                List.of(),
                "analysis-1",
                1);
    }
}

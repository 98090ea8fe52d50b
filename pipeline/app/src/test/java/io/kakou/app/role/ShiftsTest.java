package io.kakou.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.look.Circumstances;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftsTest {
    /** 12:00 in Hangzhou. */
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");

    private final Shifts shifts = new Shifts(ZoneId.of("Asia/Shanghai"), Shifts.SCHOOL);

    @Test
    void a_camera_with_an_alert_goes_first_for_ten_minutes() {
        shifts.alerted(alert("gate-1", EventKind.MUCK_TRUCK));
        assertThat(shifts.at(NOON.plusSeconds(599)).open()).containsExactly("gate-1");
        assertThat(shifts.at(NOON.plusSeconds(601)).open()).isEmpty();
    }

    @Test
    void two_roads_under_water_are_rain_and_one_is_a_burst_pipe() {
        shifts.alerted(alert("road-1", EventKind.WATERLOGGING));
        assertThat(shifts.at(NOON).rain()).isFalse();
        shifts.alerted(alert("road-2", EventKind.WATERLOGGING));
        assertThat(shifts.at(NOON).rain()).isTrue();
    }

    @Test
    void on_the_way_to_school_marked_places_go_before_gates() {
        assertThat(shifts.at(NOON)).isEqualTo(Circumstances.USUAL);
        assertThat(shifts.at(Instant.parse("2026-04-30T23:30:00Z")).school()).isTrue();
        assertThat(shifts.at(Instant.parse("2026-05-01T10:00:00Z")).school()).isFalse();
    }

    private static Alert alert(String camera, EventKind kind) {
        return new Alert(
                "a-" + camera,
                AlertPhase.RAISED,
                kind,
                "x",
                "r/1",
                camera,
                null,
                null,
                NOON,
                NOON,
                0.9,
                List.of(),
                List.of("f1"),
                "w",
                1);
    }
}

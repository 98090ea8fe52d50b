package io.kakou.analysis.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.gate.Change;
import io.kakou.analysis.look.Planner.Need;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Change STILL = new Change(0, false, 2);
    private static final Change MOVED = new Change(0.1, true, 2);
    private static final PlannerSettings TWICE_A_SECOND = new PlannerSettings(0.5, 10, 0.1);

    @Test
    void frames_are_taken_on_a_grid_of_their_own_timeline() {
        assertThat(taken(0, 0.04, 0.48, 0.52, 0.96, 1.0, 1.04, 1.52)).containsExactly(0.0, 0.52, 1.0, 1.52);
    }

    @Test
    void the_rounding_of_rtps_clock_changes_nothing() {
        assertThat(taken(0, 0.499995, 1.000004, 1.499991)).hasSize(4);
    }

    @Test
    void after_a_gap_the_grid_begins_anew_and_nothing_is_made_up_for() {
        assertThat(taken(0, 60.3, 60.4, 60.8)).containsExactly(0.0, 60.3, 60.8);
    }

    @Test
    void looks_come_sooner_while_the_judge_asks_for_it_and_no_longer() {
        Planner planner = new Planner(TWICE_A_SECOND);
        assertThat(planner.takes(0, Need.NONE)).isTrue();
        assertThat(planner.takes(0.1, Need.DETECTION)).isFalse();
        assertThat(planner.takes(0.1, Need.SOONER)).isTrue();
        assertThat(planner.takes(0.15, Need.SOONER)).isFalse();
        assertThat(planner.takes(0.2, Need.SOONER)).isTrue();
        assertThat(planner.takes(0.6, Need.NONE)).isFalse();
        assertThat(planner.takes(0.7, Need.NONE)).isTrue();
    }

    @Test
    void an_interval_of_nothing_takes_every_frame() {
        Planner planner = new Planner(new PlannerSettings(0, 10, 0));
        assertThat(planner.takes(0, Need.NONE) && planner.takes(0.04, Need.NONE) && planner.takes(0.08, Need.NONE))
                .isTrue();
    }

    @Test
    void the_detector_runs_on_a_change_on_a_need_and_when_the_last_time_is_long_ago() {
        Planner planner = new Planner(TWICE_A_SECOND);
        assertThat(planner.depth(0, STILL, Need.NONE)).isEqualTo(Depth.DETECTED);
        assertThat(planner.depth(0.5, STILL, Need.NONE)).isEqualTo(Depth.GATED);
        assertThat(planner.depth(1, MOVED, Need.NONE)).isEqualTo(Depth.DETECTED);
        assertThat(planner.depth(1.5, STILL, Need.DETECTION)).isEqualTo(Depth.DETECTED);
        assertThat(planner.depth(11, STILL, Need.NONE)).isEqualTo(Depth.GATED);
        assertThat(planner.depth(11.5, STILL, Need.NONE)).isEqualTo(Depth.DETECTED);
    }

    @Test
    void a_log_line_reads_back_as_it_was_written() {
        LookEntry entry = new LookEntry("p1234", 0.1 + 0.2, Depth.DETECTED, "0123456789abcdef");
        assertThat(LookLog.read(List.of(LookLog.line(entry)))).containsExactly(entry);
        assertThat(LookLog.line(entry)).hasSizeLessThan(60);
    }

    private static List<Double> taken(double... seconds) {
        Planner planner = new Planner(TWICE_A_SECOND);
        List<Double> taken = new ArrayList<>();
        for (double s : seconds) {
            if (planner.takes(s, Need.NONE)) {
                taken.add(s);
            }
        }
        return taken;
    }
}

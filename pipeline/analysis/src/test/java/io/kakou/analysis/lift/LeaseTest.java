package io.kakou.analysis.lift;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.LiftStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final LiftSettings SETTINGS = LiftSettings.DEFAULT;
    private static final Answer HELD = new Answer(true, false, 5);

    private final Lease lease = new Lease(SETTINGS, 9, 5);

    @Test
    void nothing_is_asked_without_a_reason() {
        assertThat(lease.due(0)).isNull();
        assertThat(lease.speaks(0)).isFalse();
        assertThat(lease.stage(0)).isEqualTo(LiftStage.FREE);
    }

    @Test
    void a_look_that_saw_one_asks_at_once_for_no_longer_than_the_controllers_own_release() {
        lease.saw("a1", 10, 10);

        assertThat(lease.due(10)).isEqualTo(new Ask(1, 9, 11));
        assertThat(lease.stage(10)).isEqualTo(LiftStage.ASKED);
        lease.answered(1, HELD, 10.1);
        assertThat(lease.stage(10.1)).isEqualTo(LiftStage.HELD);
    }

    @Test
    void it_is_renewed_well_before_the_release_while_there_is_a_reason_and_not_after() {
        lease.saw("a1", 0, 0);
        lease.answered(number(lease.due(0)), HELD, 0.1);

        assertThat(lease.due(2.9)).isNull();
        lease.saw("a1", 2.5, 2.6);
        assertThat(lease.due(3)).isEqualTo(new Ask(2, 9, 4));
        lease.answered(2, HELD, 3.1);
        assertThat(lease.due(6.5)).isNotNull();
        lease.answered(3, HELD, 6.5);
        assertThat(lease.due(9.5)).isNull();
        assertThat(lease.stage(8.6)).isEqualTo(LiftStage.FREE);
    }

    @Test
    void a_look_that_comes_too_late_is_no_reason() {
        lease.saw("a1", 0, 6);
        assertThat(lease.due(6)).isNull();
    }

    @Test
    void a_command_is_not_sent_that_might_be_taken_when_its_reason_is_gone() {
        lease.saw("a1", 0, 4.1);
        assertThat(lease.due(4.1)).isNull();
        lease.saw("a1", 0.2, 4.1);
        assertThat(lease.due(4.1)).isNotNull();
    }

    @Test
    void one_command_is_on_its_way_at_a_time_and_one_that_is_not_answered_is_asked_anew() {
        lease.saw("a1", 0, 0);
        assertThat(lease.due(0)).isNotNull();
        assertThat(lease.due(0.5)).isNull();
        assertThat(lease.due(1)).isNull();
        assertThat(lease.due(1.5)).isEqualTo(new Ask(2, 9, 2.5));
        lease.answered(1, HELD, 1.6);
        assertThat(lease.stage(1.6)).isEqualTo(LiftStage.ASKED);
    }

    @Test
    void a_controller_that_obeys_a_higher_generation_is_never_asked_again() {
        lease.saw("a1", 0, 0);
        lease.answered(number(lease.due(0)), new Answer(true, null, 6), 0.1);

        lease.saw("a1", 4, 4);
        assertThat(lease.due(4)).isNull();
        assertThat(lease.speaks(4)).isFalse();
        assertThat(lease.stage(4)).isEqualTo(LiftStage.FENCED);
        assertThat(lease.why(4)).contains("6").contains("5");
    }

    @Test
    void a_person_lets_it_go_until_a_time() {
        lease.release(20);
        lease.saw("a1", 18, 18);
        assertThat(lease.due(18)).isNull();
        assertThat(lease.stage(18)).isEqualTo(LiftStage.RELEASED);
        assertThat(lease.due(20)).isNotNull();
    }

    @Test
    void for_one_e_bike_it_is_held_no_longer_than_is_allowed_and_for_the_next_again() {
        double now = 0;
        for (; now < SETTINGS.longestSeconds(); now += 1) {
            lease.saw("a1", now, now);
            Ask ask = lease.due(now);
            if (ask != null) {
                lease.answered(ask.number(), HELD, now);
            }
        }
        lease.saw("a1", now + 3, now + 3);
        assertThat(lease.due(now + 3)).isNull();
        assertThat(lease.stage(now + 3)).isEqualTo(LiftStage.GIVEN_UP);
        lease.left();
        lease.saw("a2", now + 9, now + 9);
        assertThat(lease.due(now + 9)).isNotNull();
    }

    @Test
    void a_controller_fails_when_it_does_not_do_it_twice_over_some_seconds_and_is_well_when_it_does() {
        lease.saw("a1", 0, 0);
        for (double now = 0; now < 4; now += 0.5) {
            lease.saw("a1", now, now);
            Ask ask = lease.due(now);
            if (ask != null) {
                lease.failed(ask.number(), "10.0.0.9:502 does not answer", now);
            }
        }
        assertThat(lease.stage(4)).isEqualTo(LiftStage.FAILING);
        assertThat(lease.why(4)).isEqualTo("10.0.0.9:502 does not answer");
        lease.answered(number(lease.due(4)), HELD, 4.1);
        assertThat(lease.stage(4.1)).isEqualTo(LiftStage.HELD);
        assertThat(lease.why(4.1)).isNull();
    }

    @Test
    void one_that_takes_the_command_and_does_not_hold_fails_too() {
        lease.saw("a1", 0, 0);
        for (double now = 0; now < 4; now += 0.5) {
            lease.saw("a1", now, now);
            Ask ask = lease.due(now);
            if (ask != null) {
                lease.answered(ask.number(), new Answer(false, null, 5), now);
            }
        }
        assertThat(lease.stage(4)).isEqualTo(LiftStage.FAILING);
    }

    @Test
    void a_door_that_is_closed_while_it_is_held_and_the_e_bike_is_seen_was_forced() {
        for (double now = 0; now < 8; now += 0.5) {
            lease.saw("a1", now, now);
            Ask ask = lease.due(now);
            if (ask != null) {
                lease.answered(ask.number(), new Answer(true, true, 5), now);
            }
        }
        assertThat(lease.stage(8)).isEqualTo(LiftStage.FORCED);
    }

    @Test
    void it_speaks_at_once_and_then_every_ten_seconds() {
        lease.saw("a1", 0, 0);
        assertThat(lease.speaks(0)).isTrue();
        lease.saw("a1", 9, 9);
        assertThat(lease.speaks(9)).isFalse();
        assertThat(lease.speaks(10)).isTrue();
    }

    @Test
    void a_controller_that_nobody_needs_is_read_at_once_and_then_every_half_minute() {
        assertThat(lease.probes(0)).isTrue();
        assertThat(lease.probes(29)).isFalse();
        assertThat(lease.probes(30)).isTrue();
    }

    private static long number(@Nullable Ask ask) {
        assertThat(ask).isNotNull();
        return ask == null ? 0 : ask.number();
    }
}

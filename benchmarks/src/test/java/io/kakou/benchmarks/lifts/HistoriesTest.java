package io.kakou.benchmarks.lifts;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.lift.LiftSettings;
import org.junit.jupiter.api.Test;

/** A lease in everything that goes wrong, and whether the referee would see it where it did not end in time. */
class HistoriesTest {
    @Test
    void in_ten_thousand_random_histories_no_door_is_held_too_long_nor_commanded_by_the_wrong_one() {
        Histories.Outcome outcome = Histories.run(1, 10_000);

        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.late()).isZero();
        assertThat(outcome.commands()).isGreaterThan(100_000);
        // It comes near to what is allowed, so that the referee has something to see.
        assertThat(outcome.fencedShare()).isBetween(0.5, 1.001);
        assertThat(outcome.plainShare()).isBetween(1.0, 2.001);
    }

    @Test
    void the_referee_sees_a_lease_that_believes_a_reason_for_longer_than_it_lives() {
        LiftSettings d = LiftSettings.DEFAULT;
        LiftSettings credulous = new LiftSettings(
                d.reasonSeconds() + 4,
                d.sendSeconds(),
                d.longestSeconds(),
                d.sayEverySeconds(),
                d.failedSeconds(),
                d.retrySeconds(),
                d.forcedSeconds(),
                d.probeSeconds(),
                d.staysSeconds());
        assertThat(Histories.run(1, 200, new History.World(credulous, true)).violated())
                .isPositive();
    }

    @Test
    void the_referee_sees_a_controller_that_takes_commands_of_an_older_generation() {
        Histories.Outcome outcome = Histories.run(1, 200, new History.World(LiftSettings.DEFAULT, false));
        assertThat(outcome.violations()).anyMatch(line -> line.contains("commanded by generation"));
    }
}

package io.kakou.console.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    @Test
    void a_few_mistakes_are_free_then_each_doubles_the_wait_up_to_a_limit() {
        for (int i = 0; i < LoginThrottle.FREE - 1; i++) {
            throttle.failed("x", "10.0.0." + i);
            assertThat(throttle.secondsToWait("x", "10.0.0.9")).isZero();
        }
        for (long wait : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            throttle.failed("x", "10.0.1." + wait);
            assertThat(throttle.secondsToWait("x", "10.0.0.9")).isEqualTo(wait);
        }
        assertThat(throttle.secondsToWait("y", "10.0.0.1")).isZero();
    }

    @Test
    void one_address_that_tries_many_names_is_slowed_for_all_of_them() {
        for (int i = 0; i < LoginThrottle.FREE_FROM_ADDRESS - 1; i++) {
            throttle.failed("x" + i, "10.0.0.9");
            assertThat(throttle.secondsToWait("y", "10.0.0.9")).isZero();
        }
        throttle.failed("z", "10.0.0.9");
        assertThat(throttle.secondsToWait("y", "10.0.0.9")).isEqualTo(1);
        assertThat(throttle.secondsToWait("y", "10.0.0.8")).isZero();
    }

    @Test
    void waiting_helps_and_the_right_password_forgets_the_wrong_ones() {
        for (int i = 0; i < LoginThrottle.FREE + 2; i++) {
            throttle.failed("x", "10.0.0.9");
        }
        now = now.plusMillis(3_001);
        assertThat(throttle.secondsToWait("x", "10.0.0.9")).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(throttle.secondsToWait("x", "10.0.0.9")).isZero();
        throttle.succeeded("x");
        throttle.failed("x", "10.0.0.9");
        assertThat(throttle.secondsToWait("x", "10.0.0.9")).isZero();
    }
}

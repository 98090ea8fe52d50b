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
            throttle.failed("user x");
            assertThat(throttle.secondsToWait("user x")).isZero();
        }
        for (long wait : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            throttle.failed("user x");
            assertThat(throttle.secondsToWait("user x")).isEqualTo(wait);
        }
        assertThat(throttle.secondsToWait("user y")).isZero();
    }

    @Test
    void waiting_helps_and_the_right_password_forgets_the_wrong_ones() {
        for (int i = 0; i < LoginThrottle.FREE + 2; i++) {
            throttle.failed("user x");
        }
        now = now.plusMillis(3_001);
        assertThat(throttle.secondsToWait("user x")).isEqualTo(1);
        now = now.plusSeconds(1);
        assertThat(throttle.secondsToWait("user x")).isZero();
        throttle.succeeded("user x");
        throttle.failed("user x");
        assertThat(throttle.secondsToWait("user x")).isZero();
    }
}

package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.SelectStrategy;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How often a loop asks the system. */
class LoopPaceTest {
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final LoopPace pace = new LoopPace();

    @Test
    void a_busy_loop_asks_at_its_pace() throws Exception {
        int asked = 40;
        long began = System.nanoTime();
        for (int i = 0; i < asked; i++) {
            assertThat(pace.calculateStrategy(() -> 0, false)).isEqualTo(SelectStrategy.SELECT);
        }

        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo((asked - 1) * PACE_NANOS);
    }

    @Test
    void tasks_that_are_due_wait_for_nothing() throws Exception {
        int asked = 10_000;
        long began = System.nanoTime();
        for (int i = 0; i < asked; i++) {
            assertThat(pace.calculateStrategy(() -> 3, true)).isEqualTo(3);
        }

        assertThat(System.nanoTime() - began).isLessThan(asked * PACE_NANOS / 10);
    }
}

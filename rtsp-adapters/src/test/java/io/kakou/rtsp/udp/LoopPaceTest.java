package io.kakou.rtsp.udp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.SelectStrategy;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How often a loop asks the system. */
class LoopPaceTest {
    private static final int ASKED = 20;

    private final LoopPace pace = new LoopPace();

    @Test
    void a_busy_loop_asks_at_its_pace() throws Exception {
        long began = System.nanoTime();
        for (int i = 0; i < ASKED; i++) {
            ask();
        }

        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo((ASKED - 1) * pace.nanos());
    }

    @Test
    void it_is_quicker_while_datagrams_come() throws Exception {
        ask();
        assertThat(pace.nanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(LoopPace.STREAM_MILLIS));
        LoopPace.count(2);
        assertThat(pace.nanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(LoopPace.DATAGRAM_MILLIS));
        LoopPace.count(-1);
        assertThat(pace.nanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(LoopPace.DATAGRAM_MILLIS));
        LoopPace.count(-1);
        assertThat(pace.nanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(LoopPace.STREAM_MILLIS));
    }

    @Test
    void a_loop_that_takes_much_of_a_core_gathers_longer() {
        long second = TimeUnit.SECONDS.toNanos(1);
        long cpu = 0;
        for (int i = 0; i < 200; i++) {
            cpu += second / 4;
            pace.learn(cpu, second);
        }
        assertThat(pace.nanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(LoopPace.BUSY_MILLIS));
        for (int i = 0; i < 200; i++) {
            cpu += second / 50;
            pace.learn(cpu, second);
        }
        assertThat(pace.nanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(LoopPace.STREAM_MILLIS));
    }

    @Test
    void tasks_that_are_due_wait_for_nothing() throws Exception {
        int often = 10_000;
        long began = System.nanoTime();
        for (int i = 0; i < often; i++) {
            assertThat(pace.calculateStrategy(() -> 3, true)).isEqualTo(3);
        }

        assertThat(System.nanoTime() - began).isLessThan(often * pace.nanos());
    }

    private void ask() throws Exception {
        assertThat(pace.calculateStrategy(() -> 0, false)).isEqualTo(SelectStrategy.SELECT);
    }
}

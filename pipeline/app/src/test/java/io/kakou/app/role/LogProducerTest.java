package io.kakou.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.alertlog.SpooledAlert;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogProducerTest {
    @Test
    void of_a_camera_nothing_is_sent_before_what_came_before_it_is_on_the_log() {
        List<SpooledAlert> spooled =
                List.of(spooled(1, "lift-1"), spooled(2, "lift-2"), spooled(3, "lift-1"), spooled(4, "lift-1"));

        assertThat(LogProducer.rounds(spooled))
                .containsExactly(
                        List.of(spooled.get(0), spooled.get(1)), List.of(spooled.get(2)), List.of(spooled.get(3)));
    }

    private static SpooledAlert spooled(long number, String camera) {
        return new SpooledAlert(number, camera, new byte[0]);
    }
}

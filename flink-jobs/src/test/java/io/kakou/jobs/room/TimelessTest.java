package io.kakou.jobs.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class TimelessTest {
    @Test
    void it_never_says_what_time_it_is() {
        List<String> said = new ArrayList<>();
        Timeless<String> timeless = new Timeless<>();
        WatermarkOutput output = new WatermarkOutput() {
            @Override
            public void emitWatermark(Watermark watermark) {
                said.add("watermark " + watermark.getTimestamp());
            }

            @Override
            public void markIdle() {
                said.add("idle");
            }

            @Override
            public void markActive() {
                said.add("active");
            }
        };
        timeless.onEvent("an area", 7, output);
        timeless.onPeriodicEmit(output);

        assertThat(said).containsExactly("idle");
    }
}

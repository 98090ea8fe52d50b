package io.kakou.jobs.room;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The registry and the actions have no say in what time it is: without this the alerts' time would wait for an area to
 * change. Idle, and not at the end of time: while no alerts come either, that would be everybody's time, and all would
 * be forgotten.
 */
public final class Timeless<T> implements WatermarkGenerator<T> {
    /** For a source whose records move no clock. */
    public static <T> WatermarkStrategy<T> strategy() {
        return WatermarkStrategy.forGenerator(context -> new Timeless<>());
    }

    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
        // Moves no clock.
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.markIdle();
    }
}

package io.kakou.jobs.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Alert;
import io.kakou.jobs.room.place.Arrival;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DropRepeatsTest {
    private KeyedOneInputStreamOperatorTestHarness<String, Arrival, Arrival> drop;

    @BeforeEach
    void open() throws Exception {
        drop = ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new DropRepeats(RoomSettings.DEFAULT),
                arrival -> arrival.alert().camera(),
                Types.STRING);
    }

    @AfterEach
    void close() throws Exception {
        drop.close();
    }

    @Test
    void an_alert_that_comes_twice_goes_on_once() throws Exception {
        Alert raised = Alerts.raised("a1", 0);
        arrive(raised);
        arrive(raised);
        arrive(Alerts.raised("a2", 5));

        assertThat(drop.extractOutputValues())
                .extracting(arrival -> arrival.alert().id())
                .containsExactly("a1", "a2");
    }

    @Test
    void each_phase_goes_on_once_and_in_order() throws Exception {
        Alert released = Alerts.released("a1", 0, 12);
        arrive(Alerts.raised("a1", 0));
        arrive(released);
        arrive(Alerts.raised("a1", 0));
        arrive(released);

        assertThat(drop.extractOutputValues())
                .extracting(arrival -> arrival.alert().phase().name())
                .containsExactly("RAISED", "RELEASED");
    }

    @Test
    void what_a_worker_saw_after_another_had_taken_over_is_dropped_and_what_it_saw_before_is_not() throws Exception {
        arrive(Alerts.raised("a1", 0).by("w1", 5));
        arrive(Alerts.raised("a2", 60).by("w2", 9));
        arrive(Alerts.raised("a3", 90).by("w1", 5));
        arrive(Alerts.released("a1", 0, 95).by("w1", 5));
        arrive(Alerts.raised("a4", 30).by("w1", 5));
        arrive(Alerts.raised("a5", 99).by("w2", 9));

        assertThat(drop.extractOutputValues())
                .extracting(arrival -> arrival.alert().id())
                .containsExactly("a1", "a2", "a4", "a5");
    }

    @Test
    void after_a_day_nothing_is_left_in_its_state() throws Exception {
        arrive(Alerts.raised("a1", 0));
        arrive(Alerts.released("a1", 0, 12));
        double day = RoomSettings.DEFAULT.rememberSeconds();

        drop.processWatermark(new Watermark(Alerts.noonPlus(day).toEpochMilli()));
        assertThat(drop.numKeyedStateEntries()).isPositive();

        drop.processWatermark(new Watermark(Alerts.noonPlus(day + 12).toEpochMilli()));
        assertThat(drop.numKeyedStateEntries()).isZero();
        assertThat(drop.numEventTimeTimers()).isZero();
    }

    private void arrive(Alert alert) throws Exception {
        drop.processElement(new Arrival(alert, Alerts.logged(alert)), Alerts.logged(alert));
    }
}

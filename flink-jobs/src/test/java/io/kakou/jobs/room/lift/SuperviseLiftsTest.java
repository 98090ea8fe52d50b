package io.kakou.jobs.room.lift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Alert;
import io.kakou.events.Lift;
import io.kakou.events.LiftController;
import io.kakou.events.LiftDay;
import io.kakou.events.LiftDrive;
import io.kakou.events.LiftProof;
import io.kakou.events.LiftStage;
import io.kakou.events.LiftState;
import io.kakou.events.LiftTally;
import io.kakou.events.LiftWire;
import io.kakou.events.json.Json;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.log.LogRecord;
import io.kakou.jobs.room.Alerts;
import io.kakou.jobs.room.place.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuperviseLiftsTest {
    private static final LiftController CONTROLLER = new LiftController(
            LiftWire.MODBUS_REGISTER, LiftDrive.PULSE, "10.0.0.9", 502, 1, 40, true, null, null, null, null, 8);

    private KeyedBroadcastOperatorTestHarness<String, LiftNews, LiftEntry, Arrival> supervise;
    private long offset;
    private long number;

    @BeforeEach
    void open() throws Exception {
        supervise = harness();
        supervise.open();
        supervise.setProcessingTime(Alerts.NOON.toEpochMilli());
    }

    private static KeyedBroadcastOperatorTestHarness<String, LiftNews, LiftEntry, Arrival> harness() throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new SuperviseLifts(Map.of(0, 1L)), List.of(SuperviseLifts.LIFTS, SuperviseLifts.READ)),
                LiftNews::camera,
                Types.STRING,
                1,
                1,
                0);
    }

    private void beginAgainAt(double seconds) throws Exception {
        OperatorSubtaskState state = supervise.snapshot(1, 1);
        supervise.close();
        supervise = harness();
        supervise.setProcessingTime(Alerts.noonPlus(seconds).toEpochMilli());
        supervise.initializeState(state);
        supervise.open();
    }

    @AfterEach
    void close() throws Exception {
        supervise.close();
    }

    @Test
    void an_e_bike_that_leaves_in_time_rings_nowhere_and_is_counted() throws Exception {
        knows(tested());
        arrive(Alerts.raised("a1", 0));
        stands(LiftStage.HELD, "a1", 3, 4);
        arrive(Alerts.released("a1", 0, 25));
        pass(120);

        assertThat(told()).isEmpty();
        assertThat(days()).containsExactly(new LiftDay("2026-03-01", 1, 0, 0, 0, 0));
    }

    @Test
    void one_that_is_seen_for_longer_than_half_a_minute_is_told_once_when_it_is_known_and_released() throws Exception {
        knows(tested());
        arrive(Alerts.raised("a1", 0));
        stands(LiftStage.HELD, "a1", 30, 30);
        assertThat(told()).isEmpty();
        stands(LiftStage.HELD, "a1", 31, 31);
        stands(LiftStage.HELD, "a1", 36, 36);
        arrive(Alerts.released("a1", 0, 50));

        assertThat(told()).containsExactly("RAISED a1 stays +31s", "RELEASED a1 two-wheeler +50s");
        assertThat(days()).contains(new LiftDay("2026-03-01", 1, 1, 0, 0, 0));
    }

    @Test
    void one_of_which_nobody_says_any_more_is_told_by_the_clock() throws Exception {
        knows(tested());
        arrive(Alerts.raised("a1", 0));
        pass(47);
        assertThat(told()).isEmpty();
        pass(49);
        assertThat(told()).containsExactly("RAISED a1 stays +45s");
    }

    @Test
    void after_an_outage_a_release_that_was_kept_back_is_waited_for() throws Exception {
        knows(tested());
        arrive(Alerts.raised("a1", 0));
        arrive(Alerts.raised("a2", 10));
        beginAgainAt(100);
        pass(101);
        arrive(Alerts.released("a1", 0, 20));
        pass(130);
        assertThat(told()).isEmpty();
        pass(132);

        assertThat(told()).containsExactly("RAISED a2 stays +55s");
    }

    @Test
    void the_third_in_ten_minutes_is_one_who_tries_again() throws Exception {
        knows(tested());
        for (int i = 0; i < 4; i++) {
            arrive(Alerts.raised("a" + i, 100 * i));
            arrive(Alerts.released("a" + i, 100 * i, 100 * i + 20));
        }
        assertThat(told()).containsExactly("RAISED a2 repeats +203s", "RELEASED a2 two-wheeler +220s");
    }

    @Test
    void a_door_that_is_forced_and_a_controller_that_fails_are_told_at_once() throws Exception {
        knows(tested());
        arrive(Alerts.raised("a1", 0));
        stands(LiftStage.FORCED, "a1", 8, 8);
        arrive(Alerts.released("a1", 0, 20));
        arrive(Alerts.raised("a2", 1000));
        stands(LiftStage.FAILING, "a2", 1008, 1008);
        arrive(Alerts.released("a2", 1000, 1020));

        assertThat(told())
                .containsExactly(
                        "RAISED a1 forced +8s",
                        "RELEASED a1 two-wheeler +20s",
                        "RAISED a2 controller-fails +1008s",
                        "RELEASED a2 two-wheeler +1020s");
    }

    @Test
    void a_controller_that_fails_while_nobody_needs_it_is_an_event_of_its_own_that_ends() throws Exception {
        knows(tested());
        stands(LiftStage.FAILING, null, 0, 10);
        stands(LiftStage.FAILING, null, 0, 70);
        stands(LiftStage.FREE, null, 0, 90);

        assertThat(told()).hasSize(2);
        assertThat(told().get(0)).startsWith("RAISED").endsWith("controller-fails +10s");
        assertThat(told().get(1)).startsWith("RELEASED").endsWith("controller-fails +90s");
    }

    @Test
    void a_lift_without_control_rings_as_ever() throws Exception {
        knows(tested().with(null));
        arrive(Alerts.raised("a1", 0));
        arrive(Alerts.released("a1", 0, 12));
        arrive(Alerts.at("elsewhere", "a2", 0));
        assertThat(told())
                .containsExactly(
                        "RAISED a1 two-wheeler +3s", "RELEASED a1 two-wheeler +12s", "RAISED a2 two-wheeler +3s");
    }

    @Test
    void what_is_of_lifts_waits_until_the_registry_was_read() throws Exception {
        arrive(Alerts.raised("a1", 0));
        arrive(Alerts.released("a1", 0, 12));
        pass(1);
        assertThat(told()).isEmpty();
        knows(tested());
        pass(2);
        assertThat(told()).isEmpty();
        assertThat(days()).containsExactly(new LiftDay("2026-03-01", 1, 0, 0, 0, 0));
    }

    @Test
    void a_year_of_2145_stops_in_one_lift_rings_nowhere_and_is_counted() throws Exception {
        knows(tested());
        for (int i = 0; i < 2145; i++) {
            double at = i * 365.0 * 86_400 / 2145;
            supervise.setProcessingTime(Alerts.noonPlus(at).toEpochMilli());
            arrive(Alerts.raised("a" + i, at));
            arrive(Alerts.released("a" + i, at, at + 20));
        }
        assertThat(told()).isEmpty();
        assertThat(days().stream().mapToInt(LiftDay::stops).sum()).isEqualTo(2145);
    }

    @Test
    void states_of_unknown_lifts_of_another_camera_and_those_that_were_overtaken_or_come_twice_go_aside()
            throws Exception {
        knows(tested());
        stands(LiftStage.HELD, "a1", 3, 4);
        put(state("lift-7", "lift-7", LiftStage.FREE, null, 1, 1, 1));
        put(state("lift-7", "lift-7", LiftStage.FREE, null, 1, 1, 1));
        put(state("lift-8", "lift-8", LiftStage.FREE, null, 1, 1, 9));
        put(state("lift-7", "lift-9", LiftStage.FREE, null, 1, 1, 9));

        assertThat(supervise.getSideOutput(DeadLetter.SIDE))
                .extracting(each -> each.getValue().reason())
                .satisfiesExactly(
                        one -> assertThat(one).contains("overtaken"),
                        two -> assertThat(two).contains("overtaken"),
                        three -> assertThat(three).contains("there is no lift lift-8"),
                        four -> assertThat(four).contains("has camera lift-7, and it says lift-9"));
    }

    @Test
    void bytes_that_are_no_state_and_states_of_tomorrow_go_aside_with_the_reason() throws Exception {
        OneInputStreamOperatorTestHarness<LogRecord, LiftNews> read =
                ProcessFunctionTestHarnesses.forProcessFunction(new ReadLiftStates());
        try {
            LiftState tomorrow = state("lift-7", "lift-7", LiftStage.FREE, null, 86_400, 86_400, 1);
            for (byte[] value : List.of("{".getBytes(UTF_8), new byte[20_000], Json.write(tomorrow))) {
                read.processElement(new StreamRecord<>(record("lift-7", value)));
            }
            read.processElement(new StreamRecord<>(
                    record("lift-1", Json.write(state("lift-7", "lift-7", LiftStage.FREE, null, 0, 0, 1)))));
            assertThat(read.extractOutputValues()).isEmpty();
            assertThat(read.getSideOutput(DeadLetter.SIDE))
                    .extracting(each -> each.getValue().reason())
                    .satisfiesExactly(
                            one -> assertThat(one).contains("not JSON"),
                            two -> assertThat(two).contains("it has 20000 bytes; allowed: 16384"),
                            three -> assertThat(three).contains("it is of 2026-03-02T12:00:00Z; allowed: up to"),
                            four -> assertThat(four).contains("its lift is lift-7; allowed: its key's"));
        } finally {
            read.close();
        }
    }

    private void knows(Lift lift) throws Exception {
        supervise.processBroadcastElement(new LiftEntry(0, offset++, lift.key(), lift), 0);
    }

    private void arrive(Alert alert) throws Exception {
        supervise.processElement(LiftNews.of(new Arrival(alert, Alerts.logged(alert))), Alerts.logged(alert));
    }

    private void stands(LiftStage stage, @Nullable String alert, double seen, double at) throws Exception {
        put(state("lift-7", "lift-7", stage, alert, seen, at, ++number + 1));
    }

    private void put(LiftState state) throws Exception {
        supervise.processElement(LiftNews.of(state, record(state.lift(), Json.write(state))), 0);
    }

    private void pass(double seconds) throws Exception {
        supervise.setProcessingTime(Alerts.noonPlus(seconds).toEpochMilli());
    }

    private static LogRecord record(String key, byte[] value) {
        return new LogRecord("lifts", 0, 0, Alerts.NOON.toEpochMilli(), key, value);
    }

    private static LiftState state(
            String lift, String camera, LiftStage stage, @Nullable String alert, double seen, double at, long number) {
        return new LiftState(
                lift,
                camera,
                Alerts.IN_GRID,
                stage,
                Alerts.noonPlus(at),
                alert,
                alert == null ? null : Alerts.noonPlus(seen),
                null,
                Alerts.noonPlus(at),
                "worker-1",
                1,
                number);
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (Arrival arrival : supervise.extractOutputValues()) {
            Alert alert = arrival.alert();
            long seconds = Duration.between(Alerts.NOON, alert.at()).toSeconds();
            told.add(alert.phase() + " " + alert.id() + " " + alert.subject() + " +" + seconds + "s");
        }
        return told;
    }

    private List<LiftDay> days() {
        Queue<StreamRecord<LiftTally>> tallies = supervise.getSideOutput(SuperviseLifts.TALLIES);
        return new ArrayList<>(tallies).get(tallies.size() - 1).getValue().days();
    }

    private static Lift tested() {
        return new Lift(
                "lift-7",
                "一号梯",
                "lift-7",
                CONTROLLER,
                "",
                null,
                new LiftProof(Alerts.NOON, 7.9, "admin", CONTROLLER.fingerprint()));
    }
}

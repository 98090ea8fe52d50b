package io.kakou.benchmarks.lifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.analysis.lift.Answer;
import io.kakou.analysis.lift.Door;
import io.kakou.analysis.lift.Hold;
import io.kakou.analysis.lift.ReadBack;
import io.kakou.analysis.lift.Say;
import io.kakou.analysis.lift.wire.RealDoors;
import io.kakou.events.LiftController;
import io.kakou.events.LiftDrive;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Modbus TCP against a controller of another library. */
class ModbusDoorTest {
    private static final InstantSource CLOCK = InstantSource.system();

    private final RealDoors doors = new RealDoors(CLOCK);
    private final Referee referee = new Referee(6, 2, 2);

    @AfterEach
    void close() {
        doors.close();
    }

    @Test
    void a_hold_is_taken_read_back_and_ended_by_the_controller_and_a_lower_generation_is_not_even_sent()
            throws Exception {
        try (Plc plc = plc(LiftDrive.PULSE, Plc.Watchdog.WORKS);
                Door door = door(plc.controller(plc.port()))) {
            assertThat(done(door.look())).isEqualTo(new Answer(false, false, 0));
            assertThat(done(door.hold(hold(7, 1)))).isEqualTo(new Answer(true, false, 7));
            assertThat(done(door.hold(hold(6, 2))).generation()).isEqualTo(7);
            assertThat(referee.commands()).isEqualTo(1);
            plc.close(true);
            assertThat(done(door.look()).doorClosed()).isTrue();
            assertThat(done(door.say(new Say("lift-1", "请退出", soon(), 7, "a1"))))
                    .isNull();
            assertThat(plc.said()).isEqualTo(1);
            assertThat(referee.violations()).isEmpty();
        }
    }

    @Test
    void the_test_passes_a_pulse_and_a_watchdog_that_end_by_themselves() throws Exception {
        for (LiftDrive drive : new LiftDrive[] {LiftDrive.PULSE, LiftDrive.HEARTBEAT}) {
            try (Plc plc = plc(drive, Plc.Watchdog.WORKS);
                    Door door = door(plc.controller(plc.port()))) {
                ReadBack.Result result = new ReadBack(door, CLOCK).run("lift-1", plc.controller(plc.port()));
                assertThat(result.passed()).as(result.line()).isTrue();
                assertThat(result.releasedAfterSeconds()).isBetween(1.5, 4.0);
            }
        }
    }

    @Test
    void a_watchdog_that_wants_to_see_its_register_change_passes_again_when_it_is_tested_again() throws Exception {
        try (Plc plc = plc(LiftDrive.HEARTBEAT, Plc.Watchdog.WORKS);
                Door door = door(plc.controller(plc.port()))) {
            for (int i = 0; i < 2; i++) {
                ReadBack.Result result = new ReadBack(door, CLOCK).run("lift-1", plc.controller(plc.port()));
                assertThat(result.passed()).as(result.line()).isTrue();
            }
        }
    }

    @Test
    void the_test_refuses_one_that_latches_with_the_reason_and_takes_it_back() throws Exception {
        try (Plc plc = plc(LiftDrive.PULSE, Plc.Watchdog.MISSING);
                Door door = door(plc.plain())) {
            ReadBack.Result result = new ReadBack(door, CLOCK).run("lift-1", plc.plain());
            assertThat(result.passed()).isFalse();
            assertThat(result.line()).contains("latches", "taken back by hand", "allowed: a timed pulse");
            assertThat(plc.isHeld()).isFalse();
        }
    }

    @Test
    void the_test_refuses_one_that_is_held_before_anybody_asked() throws Exception {
        try (Plc plc = plc(LiftDrive.PULSE, Plc.Watchdog.MISSING);
                Door door = door(plc.plain())) {
            Answer held = done(door.hold(hold(0, 1)));
            assertThat(held.held()).isTrue();
            assertThat(new ReadBack(door, CLOCK).run("lift-1", plc.plain()).line())
                    .contains("before anybody asked");
        }
    }

    @Test
    void what_has_expired_is_not_sent_and_nobody_there_fails_in_time_with_the_address() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        try (Plc plc = plc(LiftDrive.PULSE, Plc.Watchdog.WORKS);
                Door door = door(plc.controller(plc.port()));
                Door none = door(plc.controller(nobody))) {
            Hold late = new Hold("lift-1", 2, Instant.now().minusMillis(1), 7, 1, "a1");
            assertThatThrownBy(() -> done(door.hold(late))).hasMessageContaining("expired before it could be sent");
            assertThatThrownBy(() -> done(none.hold(hold(7, 1)))).hasMessageContaining("127.0.0.1:" + nobody);
            assertThat(referee.commands()).isZero();
        }
    }

    @Test
    void a_command_that_the_network_swallowed_never_arrives_later() throws Exception {
        try (Plc plc = plc(LiftDrive.PULSE, Plc.Watchdog.WORKS);
                Wire wire = new Wire(plc.port(), 1);
                Door door = door(plc.controller(wire.port()))) {
            assertThat(done(door.look()).held()).isFalse();
            wire.cut(true);
            assertThatThrownBy(() -> done(door.hold(hold(7, 1)))).hasMessageContaining("does not answer in time");
            wire.cut(false);
            assertThat(done(door.look()).held()).isFalse();
            assertThat(referee.commands()).isZero();
        }
    }

    @Test
    void lifts_in_bad_weather_are_held_for_no_longer_than_is_allowed_and_by_the_newest_alone() throws Exception {
        LiftBench.Outcome outcome = LiftBench.storm(6, 8, 1);
        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.commands()).isGreaterThan(10);
    }

    @Test
    void a_door_is_held_long_within_a_second() throws Exception {
        assertThat(LiftBench.delays(20, 200).p99Millis()).isLessThan(1_000);
    }

    private Plc plc(LiftDrive drive, Plc.Watchdog watchdog) throws Exception {
        return new Plc(drive, watchdog, 2, referee, at -> {});
    }

    private Door door(LiftController controller) {
        return doors.open(LiftBench.lift("lift-1", controller));
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(3);
    }

    private static Hold hold(long generation, long number) {
        return new Hold("lift-1", 2, soon(), generation, number, "a1");
    }

    private static <T> T done(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }
}

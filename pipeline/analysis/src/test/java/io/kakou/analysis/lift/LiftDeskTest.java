package io.kakou.analysis.lift;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Lift;
import io.kakou.events.LiftController;
import io.kakou.events.LiftDrive;
import io.kakou.events.LiftProof;
import io.kakou.events.LiftRelease;
import io.kakou.events.LiftStage;
import io.kakou.events.LiftState;
import io.kakou.events.LiftWire;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiftDeskTest {
    private static final LiftController FENCED = controller(true);
    private static final LiftController PLAIN = controller(false);

    private final BlockingQueue<Hold> holds = new LinkedBlockingQueue<>();
    private final BlockingQueue<Say> said = new LinkedBlockingQueue<>();
    private final BlockingQueue<LiftState> states = new LinkedBlockingQueue<>();
    private @Nullable LiftDesk desk;

    /** A controller that does all it is asked. */
    private final class Willing implements Door {
        @Override
        public CompletableFuture<Answer> hold(Hold hold) {
            holds.add(hold);
            return CompletableFuture.completedFuture(new Answer(true, false, hold.generation()));
        }

        @Override
        public CompletableFuture<Void> say(Say say) {
            said.add(say);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Answer> look() {
            return CompletableFuture.completedFuture(new Answer(false, false, 0));
        }

        @Override
        public CompletableFuture<Void> letGo() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }

    @AfterEach
    void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void an_e_bike_in_a_tested_lift_is_answered_by_a_hold_and_a_warning_with_their_end_and_generation()
            throws Exception {
        LiftDesk running = start(LiftDesk.Peers.NONE, lift(PLAIN, true));
        Instant before = Instant.now();
        running.looked(seen(), watcher(7));

        Hold hold = next(holds);
        assertThat(hold.seconds()).isEqualTo(5);
        assertThat(hold.generation()).isEqualTo(7);
        assertThat(hold.expiresAt()).isBetween(before, Instant.now().plusSeconds(2));
        assertThat(next(said).text()).isEqualTo("请退出");
        assertThat(next(states).stage()).isIn(LiftStage.ASKED, LiftStage.HELD);
    }

    @Test
    void a_lift_that_was_not_tested_is_watched_and_never_commanded() throws Exception {
        LiftDesk running = start(LiftDesk.Peers.NONE, lift(PLAIN, false));
        running.looked(seen(), watcher(7));

        LiftState state = next(states);
        assertThat(state.stage()).isEqualTo(LiftStage.UNTESTED);
        assertThat(state.why()).contains("kakou lifts test");
        assertThat(holds).isEmpty();
    }

    @Test
    void among_several_workers_a_controller_that_cannot_tell_them_apart_is_never_commanded() throws Exception {
        LiftDesk running = start(LiftDesk.Peers.SOME, lift(PLAIN, true));
        running.looked(seen(), watcher(7));
        assertThat(next(states).why()).contains("several workers");
        assertThat(holds).isEmpty();
    }

    @Test
    void a_worker_of_a_higher_generation_takes_over_and_the_lower_one_is_not_heard_again() throws Exception {
        LiftDesk running = start(LiftDesk.Peers.SOME, lift(FENCED, true));
        running.looked(seen(), watcher(7));
        assertThat(next(holds).generation()).isEqualTo(7);
        running.looked(seen(), watcher(9));
        assertThat(next(holds).generation()).isEqualTo(9);
        running.looked(seen(), watcher(7));
        running.looked(seen(), watcher(10));
        assertThat(next(holds).generation()).isEqualTo(10);
    }

    @Test
    void whoever_does_not_hold_the_camera_any_more_commands_nothing() throws Exception {
        LiftDesk running = start(LiftDesk.Peers.SOME, lift(FENCED, true));
        running.looked(seen(), new Watcher("w", 7, () -> false));
        running.looked(seen(), watcher(8));
        assertThat(next(holds).generation()).isEqualTo(8);
        assertThat(holds).isEmpty();
    }

    @Test
    void a_person_lets_it_go() throws Exception {
        LiftDesk running = start(LiftDesk.Peers.NONE, lift(PLAIN, true));
        Instant now = Instant.now();
        running.releases(List.of(new LiftRelease("lift-1", "op", "困人", now.minusSeconds(1), now.plusSeconds(600))));
        running.looked(seen(), watcher(7));
        assertThat(next(states).stage()).isEqualTo(LiftStage.RELEASED);
        assertThat(holds).isEmpty();
    }

    /** Readers keep the newest: of one that counted from one again they would hear nothing for hours. */
    @Test
    void what_is_told_of_a_lift_that_was_tested_or_changed_meanwhile_comes_after_what_was_told_before()
            throws Exception {
        LiftDesk running = start(LiftDesk.Peers.NONE, lift(PLAIN, false));
        running.looked(seen(), watcher(7));
        LiftState untested = next(states);
        running.lifts(List.of(lift(PLAIN, true)));
        running.looked(seen(), watcher(7));
        assertThat(next(states)).matches(tested -> tested.isAfter(untested));
    }

    private LiftDesk start(LiftDesk.Peers peers, Lift lift) {
        LiftDesk fresh =
                new LiftDesk(LiftSettings.DEFAULT, peers, any -> new Willing(), InstantSource.system(), states::add);
        desk = fresh;
        fresh.start();
        fresh.lifts(List.of(lift));
        return fresh;
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return Objects.requireNonNull(next);
    }

    private static CabinLook seen() {
        Instant now = Instant.now();
        return new CabinLook("cabin-1", null, now, "alert-1", now, true);
    }

    private static Watcher watcher(long generation) {
        return new Watcher("worker-1", generation, () -> true);
    }

    private static Lift lift(LiftController controller, boolean tested) {
        LiftProof proof = tested ? new LiftProof(Instant.EPOCH, 4.9, "admin", controller.fingerprint()) : null;
        return new Lift("lift-1", "一号梯", "cabin-1", controller, "请退出", null, proof);
    }

    private static LiftController controller(boolean fenced) {
        return new LiftController(
                LiftWire.MODBUS_REGISTER, LiftDrive.PULSE, "10.0.0.9", 502, 1, 40, fenced, null, null, null, null, 5.5);
    }
}

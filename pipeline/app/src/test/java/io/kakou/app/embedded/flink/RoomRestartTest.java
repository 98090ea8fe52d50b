package io.kakou.app.embedded.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.events.ActionKind;
import io.kakou.events.ClockStep;
import io.kakou.events.DeadlineState;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.room.CommandRoomJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job ends in every way there is and goes on: nothing is lost, nothing is told twice, the clock was never reset. */
class RoomRestartTest {
    private static final Logger LOG = LoggerFactory.getLogger(RoomRestartTest.class);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private EmbeddedKafka kafka;
    private RoomOnLog room;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws Exception {
        kafka = new EmbeddedKafka(folder.resolve("log"));
        kafka.start();
        room = new RoomOnLog(kafka.service());
    }

    @AfterEach
    void stop() {
        room.close();
        kafka.close();
    }

    @Test
    void after_a_kill_incidents_actions_and_clocks_go_on() throws Exception {
        room.clock(7, 40, 120);
        String handled;
        String ignored;
        String heardLate;
        try (ChildRoom first = child()) {
            first.awaitRunning();
            handled = room.alert("lift-1");
            room.act(handled, ActionKind.ACCEPT, "x1");
            room.await(handled, one -> one.state() == IncidentState.ACCEPTED);
            awaitCheckpoint();
            ignored = room.alert("lift-2");
            heardLate = room.alert("lift-3");
            room.await(ignored, one -> true);
            room.await(heardLate, one -> true);
            first.kill();
        }
        room.act(heardLate, ActionKind.ACCEPT, "x2");
        room.act(handled, ActionKind.DISPATCH, "x3");
        pauseUntilUnseen(room.await(ignored, one -> true));
        try (ChildRoom second = child()) {
            long runsAt = second.awaitRunning();
            Incident unanswered = room.await(ignored, TransitionKind.OVERDUE, "RESPOND");
            Transition overdue = unanswered.transitions().get(1);
            LOG.info(
                    "what ran out while it was killed is told {} ms after it runs",
                    room.heardAt(overdue.id()) - runsAt);
            assertThat(unanswered.deadlines().get(0).state()).isEqualTo(DeadlineState.OVERDUE_WHILE_DOWN);
            assertThat(overdue.outage()).startsWith("down-");

            Incident answered = room.await(heardLate, one -> one.state() == IncidentState.ACCEPTED);
            assertThat(causes(answered)).containsExactly("a-lift-3", "x2");
            assertThat(answered.deadlines().get(0).state()).isEqualTo(DeadlineState.KEPT);

            Incident dispatched = room.await(handled, one -> one.state() == IncidentState.DISPATCHED);
            assertThat(causes(dispatched)).containsExactly("a-lift-1", "x1", "x3");

            Incident later = room.await(handled, TransitionKind.OVERDUE, ClockStep.ARRIVE.name());
            assertThat(later.deadlines().get(1).ranOut()).isTrue();
            assertThat(second.end()).isZero();
        }
    }

    @Test
    void with_no_action_unread_the_overdue_are_told_as_soon_as_it_runs() throws Exception {
        room.clock(10, 60, 120);
        String incident = opened("lift-1");
        pauseUntilUnseen(room.await(incident, one -> true));
        try (EmbeddedFlink flink = running()) {
            long runsAt = System.currentTimeMillis();
            Incident late = room.await(incident, TransitionKind.OVERDUE, "RESPOND");
            long told = room.heardAt(late.transitions().get(1).id());
            LOG.info("what ran out while it was closed is told {} ms after it runs", told - runsAt);
            assertThat(flink.checkpoints()).exists();
        }
    }

    @Test
    void a_spoilt_checkpoint_is_set_aside_and_the_job_goes_on_from_an_older_one() throws Exception {
        String incident = opened("lift-1");
        List<Path> kept = checkpoints().newestFirst();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(2);
        Files.writeString(kept.get(0).resolve("_metadata"), "garbage");

        try (EmbeddedFlink flink = running()) {
            assertThat(flink.checkpoints()).exists();
            assertThat(kept.get(0)).doesNotExist();
            assertThat(kept.get(0).resolveSibling("set-aside-" + kept.get(0).getFileName()))
                    .exists();
            assertThat(kept.get(1)).exists();
            room.act(incident, ActionKind.ACCEPT, "x1");
            assertThat(kinds(room.await(incident, one -> one.state() == IncidentState.ACCEPTED)))
                    .containsExactly(TransitionKind.OPENED, TransitionKind.ACTED);
        }
    }

    @Test
    void where_no_checkpoint_can_be_read_the_job_begins_with_the_topics() throws Exception {
        for (int i = 0; i < 200; i++) {
            var unused = room.alert("crowd-" + i);
        }
        String incident = opened("lift-1");
        List<Path> before = checkpoints().newestFirst();
        assertThat(spoilState(checkpointFolder())).as("files of state").isPositive();

        try (EmbeddedFlink flink = running()) {
            assertThat(flink.checkpoints()).exists();
            assertThat(before).allSatisfy(checkpoint -> assertThat(checkpoint).doesNotExist());
            room.act(incident, ActionKind.ACCEPT, "x1");
            assertThat(kinds(room.await(incident, one -> one.state() == IncidentState.ACCEPTED)))
                    .containsExactly(TransitionKind.OPENED, TransitionKind.ACTED);
        }
    }

    @Test
    void what_another_job_left_under_the_name_is_set_aside() throws Exception {
        var unused = opened("lift-1");
        try (EmbeddedFlink flink = new EmbeddedFlink(folder.resolve("jobs"))) {
            flink.start();
            flink.run(CommandRoomJob.NAME, JobSettings.of(flink.checkpoints()), flow -> flow.fromSequence(1, 3)
                            .sinkTo(new DiscardingSink<>()))
                    .get(60, TimeUnit.SECONDS);
        }
        assertThat(checkpoints().newestFirst()).isEmpty();
    }

    @Test
    void runs_that_are_no_longer_needed_are_deleted() throws Exception {
        opened("lift-1");
        opened("lift-2");
        opened("lift-3");

        try (Stream<Path> runs = Files.list(checkpointFolder())) {
            assertThat(runs).hasSizeLessThanOrEqualTo(2);
        }
    }

    /** A run in which an incident is opened and a checkpoint made, and which then ends without a savepoint. */
    private String opened(String camera) throws Exception {
        try (EmbeddedFlink flink = running()) {
            assertThat(flink.checkpoints()).exists();
            String incident = room.alert(camera);
            room.await(incident, one -> true);
            awaitCheckpoint();
            return incident;
        }
    }

    private EmbeddedFlink running() {
        EmbeddedFlink flink = new EmbeddedFlink(folder.resolve("jobs"));
        flink.start();
        var unused = ChildRoom.run(flink, kafka.service());
        return flink;
    }

    private ChildRoom child() throws IOException {
        return ChildRoom.start(folder.resolve("jobs"), folder.resolve("tmp"), kafka.service());
    }

    /** Waits for two that were begun after this moment. */
    private void awaitCheckpoint() throws Exception {
        for (int i = 0; i < 3; i++) {
            Optional<Path> before = checkpoints().newestFirst().stream().findFirst();
            until(() -> !checkpoints().newestFirst().stream().findFirst().equals(before));
        }
    }

    private RetainedCheckpoints checkpoints() {
        return new RetainedCheckpoints(checkpointFolder());
    }

    private Path checkpointFolder() {
        return folder.resolve("jobs/checkpoints").resolve(CommandRoomJob.NAME);
    }

    /** Leaves the descriptions whole and spoils what they point to; how many files. */
    private static int spoilState(Path checkpoints) throws IOException {
        int spoilt = 0;
        try (Stream<Path> all = Files.walk(checkpoints)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                if (!each.endsWith("_metadata")) {
                    Files.write(each, new byte[] {1, 2, 3});
                    spoilt++;
                }
            }
        }
        return spoilt;
    }

    /** What was done, and what ran out of the first step; a slow machine may be late for the others. */
    private static List<String> causes(Incident incident) {
        return incident.transitions().stream()
                .map(Transition::cause)
                .filter(cause -> !cause.equals("ARRIVE") && !cause.equals("REINFORCE"))
                .toList();
    }

    private static List<TransitionKind> kinds(Incident incident) {
        return incident.transitions().stream().map(Transition::kind).toList();
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 600 && !done.getAsBoolean(); i++) {
            pause(0.05);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    /** Until its first deadline has passed so long ago that whoever finds it now was down. */
    private static void pauseUntilUnseen(Incident incident) throws InterruptedException {
        Duration left =
                Duration.between(Instant.now(), incident.deadlines().get(0).at());
        pause(Math.max(0, left.toMillis() / 1000.0) + 2.5);
    }

    /** Lets time pass that is part of what is tested. */
    private static void pause(double seconds) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(Math.round(seconds * 1000), TimeUnit.MILLISECONDS))
                .isFalse();
    }
}

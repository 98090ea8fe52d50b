package io.kakou.app.embedded.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.LogClient;
import io.kakou.events.ActionKind;
import io.kakou.events.ClockStep;
import io.kakou.events.Deadline;
import io.kakou.events.DeadlineState;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Topic;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real broker, the real job, a clock of seconds: people act, and what they do not do in time is told. */
class RoomClockTest {
    private static final Logger LOG = LoggerFactory.getLogger(RoomClockTest.class);

    private static EmbeddedKafka kafka;
    private static EmbeddedFlink flink;
    private static RoomOnLog room;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        kafka = new EmbeddedKafka(folder.resolve("log"));
        kafka.start();
        room = new RoomOnLog(kafka.service());
        // Long enough for the first people to act in time while the job has just begun.
        room.clock(8, 10, 60);
        flink = new EmbeddedFlink(folder.resolve("jobs"));
        flink.start();
        var unused = ChildRoom.run(flink, kafka.service());
    }

    @AfterAll
    static void stop() {
        room.close();
        flink.close();
        kafka.close();
    }

    @Test
    void people_move_an_incident_on_and_what_is_refused_goes_aside() throws Exception {
        String incident = room.alert("lift-1");
        room.act(incident, ActionKind.ACCEPT, "x1");
        room.act(incident, ActionKind.DISPATCH, "x2");
        room.act(incident, ActionKind.ACCEPT, "x3");
        room.act(incident, ActionKind.CLOSE, "x4");

        Incident closed = room.await(incident, one -> one.state() == IncidentState.CLOSED);

        assertThat(closed.unit()).isEqualTo("patrol-2");
        assertThat(closed.transitions())
                .extracting(Transition::kind)
                .containsExactly(
                        TransitionKind.OPENED, TransitionKind.ACTED, TransitionKind.ACTED, TransitionKind.ACTED);
        try (LogClient dead = new LogClient(kafka.service(), Topic.ACTIONS.deadTopicName())) {
            ConsumerRecord<byte[], byte[]> refused =
                    dead.readUntil(record -> true).get(0);
            assertThat(new String(refused.key(), UTF_8)).isEqualTo(incident);
            assertThat(new String(refused.headers().lastHeader("reason").value(), UTF_8))
                    .isEqualTo(
                            "from state DISPATCHED kind ACCEPT; allowed: REJECT, DISPATCH, ARRIVE, SUSPEND, CLOSE, SPLIT,"
                                    + " JOIN, TAKE");
        }
    }

    @Test
    void what_runs_out_is_told_at_its_time() throws Exception {
        List<String> incidents = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            incidents.add(room.alert("timed-" + i));
        }
        List<Long> errors = new ArrayList<>();
        for (String id : incidents) {
            Incident late = room.await(id, TransitionKind.OVERDUE, ClockStep.ARRIVE.name());
            assertThat(late.deadlines())
                    .extracting(Deadline::state)
                    .containsExactly(DeadlineState.OVERDUE, DeadlineState.OVERDUE, DeadlineState.RUNNING);
            late.transitions().stream()
                    .filter(step -> step.kind() == TransitionKind.OVERDUE)
                    .forEach(step ->
                            errors.add(room.heardAt(step.id()) - step.at().toEpochMilli()));
        }
        errors.sort(null);
        LOG.info(
                "deadline to its transition on the log, {} of them: p50 {} ms, p99 {} ms, most {} ms",
                errors.size(),
                errors.get(errors.size() / 2),
                errors.get(errors.size() * 99 / 100),
                errors.get(errors.size() - 1));
        assertThat(errors).allSatisfy(error -> assertThat(error).isPositive());
    }
}

package io.kakou.app.embedded.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.services.LogService;
import io.kakou.events.ActionKind;
import io.kakou.events.Incident;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs out while the room is killed is told as soon as its job runs again, though an action waits to be read. */
class OverdueAfterRestartTest {
    private static final Logger LOG = LoggerFactory.getLogger(OverdueAfterRestartTest.class);
    /** How often; {@code -Dkakou.restarts=20} measures. */
    private static final int RESTARTS = Integer.getInteger("kakou.restarts", 1);
    /** A second is promised, {@code -Dkakou.overdue=1000}; by itself a test shares its machine. */
    private static final long MOST_MILLIS = Long.getLong("kakou.overdue", 10_000);

    private static final double RESPOND_SECONDS = 4;

    @Test
    void what_ran_out_is_told_soon_after_the_job_runs(@TempDir Path folder) throws Exception {
        List<Long> late = new ArrayList<>();
        try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("log"))) {
            kafka.start();
            try (RoomOnLog room = new RoomOnLog(kafka.service())) {
                room.clock(RESPOND_SECONDS, 600, 900);
                for (int i = 0; i < RESTARTS; i++) {
                    late.add(restart(folder, kafka.service(), room, i));
                }
            }
        }
        Collections.sort(late);
        LOG.info("told after so many ms of running: {}", late);
        assertThat(late.get(late.size() - 1)).isLessThan(MOST_MILLIS);
    }

    /** Milliseconds from the job's running to the word. */
    private static long restart(Path folder, LogService log, RoomOnLog room, int number) throws Exception {
        String ignored;
        String handled;
        try (ChildRoom first = ChildRoom.start(folder.resolve("jobs"), folder.resolve("tmp"), log)) {
            first.awaitRunning();
            handled = room.alert("handled-" + number);
            room.await(handled, one -> true);
            ignored = room.alert("ignored-" + number);
            room.await(ignored, one -> true);
            first.kill();
        }
        room.act(handled, ActionKind.ACCEPT, "x-" + number);
        pausePast(room.await(ignored, one -> true));
        try (ChildRoom second = ChildRoom.start(folder.resolve("jobs"), folder.resolve("tmp"), log)) {
            long runsAt = second.awaitRunning();
            Incident told = room.await(ignored, TransitionKind.OVERDUE, "RESPOND");
            Transition overdue = told.transitions().get(told.transitions().size() - 1);
            return room.heardAt(overdue.id()) - runsAt;
        }
    }

    private static void pausePast(Incident incident) throws InterruptedException {
        Instant due = incident.deadlines().get(0).at();
        double left = Duration.between(Instant.now(), due).toMillis() / 1000.0;
        boolean unused = new CountDownLatch(1).await((long) (Math.max(0, left) * 1000) + 100, TimeUnit.MILLISECONDS);
    }
}

package io.kakou.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kakou.app.embedded.flink.RoomOnLog;
import io.kakou.app.services.DatabaseService;
import io.kakou.app.storm.Operator;
import io.kakou.console.ConsoleServer;
import io.kakou.console.ConsoleSettings;
import io.kakou.console.Seed;
import io.kakou.console.clips.S3Settings;
import io.kakou.console.door.DoorSettings;
import io.kakou.console.schema.DatabaseSettings;
import io.kakou.events.ActionKind;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.events.secret.SecretBox;
import io.kakou.jobs.room.incident.Followed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A standalone Flink, a broker and a database, each a process from its own program: the jobs go on through all that operations do. */
class ClusterTest {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterTest.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AWAY_SECONDS = 8;
    private static final int LISTED = 200;
    private static final int TAKEN = 202;

    private long began = System.nanoTime();

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void nothing_is_lost_or_told_twice_by_an_upgrade_a_rescale_a_dead_job_manager_and_no_task_managers(
            @TempDir Path folder) throws Exception {
        try (Cluster cluster = Cluster.in(folder)) {
            cluster.start();
            took("the parts start");
            Submission first = new Submission(JobJar.find(), 1, null, List.of("--checkpointSeconds", "1"));
            try (RoomOnLog room = new RoomOnLog(cluster.log())) {
                room.clock(5, 600, 900);
                cluster.submit(first);
                took("the job is handed in");
                String handled = room.alert("handled");
                String ignored = room.alert("ignored");
                room.await(handled, one -> true);
                throughTheConsole(cluster, folder, handled);
                room.await(handled, one -> one.state() == IncidentState.ACCEPTED);
                room.await(ignored, TransitionKind.OVERDUE, "RESPOND");
                took("alert, incident, action, overdue step");

                Submission next = upgraded(cluster, first, folder);
                took("savepoint and upgrade");
                room.act(handled, ActionKind.DISPATCH, "after-upgrade");
                room.await(handled, TransitionKind.ACTED, "after-upgrade");
                String between = room.alert("between");

                cluster.submit(next.from(cluster.stopWithSavepoint()).on(2));
                took("rescale 1 to 2");
                room.act(handled, ActionKind.ARRIVE, "after-rescale");
                room.await(handled, TransitionKind.ACTED, "after-rescale");
                room.await(between, TransitionKind.OVERDUE, "RESPOND");

                cluster.kill(Part.JOB_MANAGER);
                cluster.start(Part.JOB_MANAGER);
                room.act(handled, ActionKind.CLOSE, "after-kill");
                cluster.awaitRunning();
                Incident closed = room.await(handled, TransitionKind.ACTED, "after-kill");
                took("the JobManager's successor");
                withoutTaskManagers(cluster);
                room.await(room.alert("afterwards"), one -> true);
                took("both TaskManagers away");

                assertThat(closed.transitions())
                        .extracting(Transition::state)
                        .endsWith(
                                IncidentState.ACCEPTED,
                                IncidentState.DISPATCHED,
                                IncidentState.ON_SITE,
                                IncidentState.CLOSED);
            }
            Told told = Told.read(cluster.log());
            told.isWhole();
            assertThat(told.newest()).hasSize(4);
        }
    }

    /** For so long that a job which is given up after six failures in a minute would have been. */
    private static void withoutTaskManagers(Cluster cluster) throws IOException, InterruptedException {
        cluster.kill(Part.TASK_MANAGER_1);
        cluster.kill(Part.TASK_MANAGER_2);
        boolean unused = new CountDownLatch(1).await(AWAY_SECONDS, TimeUnit.SECONDS);
        cluster.start(Part.TASK_MANAGER_1);
        cluster.start(Part.TASK_MANAGER_2);
        cluster.awaitRunning();
    }

    /** A jar whose record in state has a field more goes on from the savepoint of the one before. */
    private static Submission upgraded(Cluster cluster, Submission first, Path folder) throws Exception {
        Path jar = UpgradedJar.of(first.jar(), Followed.class, folder.resolve("upgraded.jar"));
        Submission next = new Submission(jar, 1, null, first.words());
        cluster.submit(next.from(cluster.stopWithSavepoint()));
        return next;
    }

    /** An operator accepts: the row and its outbox entry are in the database, the relay puts it on the log. */
    private static void throughTheConsole(Cluster cluster, Path folder, String incident) throws Exception {
        DatabaseService database = cluster.database();
        ConsoleSettings settings = new ConsoleSettings(
                ConsoleSettings.Place.loopback(0),
                new DatabaseSettings(database.url(), database.user(), database.password()),
                cluster.log().clients(),
                new S3Settings("http://127.0.0.1:1", "none", "none", "none", "none"),
                folder);
        SecretBox secrets = new SecretBox(new byte[SecretBox.KEY_BYTES]);
        DoorSettings door = new DoorSettings(URI.create("http://127.0.0.1:1"), "none");
        try (ConsoleServer console = new ConsoleServer(settings, secrets, () -> door, InstantSource.system())) {
            console.start(Seed.NOTHING);
            Operator operator = new Operator(URI.create(console.url()));
            operator.begin(console.firstLogin().orElseThrow().password());
            ObjectNode accept = JSON.createObjectNode()
                    .put("actionId", UUID.randomUUID().toString())
                    .put("kind", ActionKind.ACCEPT.name())
                    .put("seenVersion", 1);
            awaitListed(operator, incident);
            String path = "/api/incidents/" + Operator.inPath(incident) + "/actions";
            assertThat(operator.post(path, accept).status()).isEqualTo(TAKEN);
            awaitOnLog(cluster, incident);
        }
    }

    private static void awaitListed(Operator operator, String incident) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            Operator.Answer answer = operator.get("/api/incidents?state=all&limit=500");
            if (answer.status() == LISTED && answer.json().toString().contains(incident)) {
                return;
            }
            boolean unused = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("the console does not list " + incident);
    }

    /** The relay runs in the console, so that stays until the job has answered. */
    private static void awaitOnLog(Cluster cluster, String incident) throws Exception {
        try (RoomOnLog room = new RoomOnLog(cluster.log())) {
            room.await(incident, one -> one.state() == IncidentState.ACCEPTED);
        }
    }

    private void took(String what) {
        LOG.info("{}: {} s", what, Math.round((System.nanoTime() - began) / 1e8) / 10.0);
        began = System.nanoTime();
    }
}

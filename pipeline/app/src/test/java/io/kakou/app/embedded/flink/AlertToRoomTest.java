package io.kakou.app.embedded.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.ListeningSockets;
import io.kakou.app.embedded.LogClient;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Area;
import io.kakou.events.AreaLevel;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.Point;
import io.kakou.events.Polygon;
import io.kakou.events.Ring;
import io.kakou.events.Topic;
import io.kakou.events.TransitionKind;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.room.CommandRoomJob;
import io.kakou.jobs.room.RoomSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real broker, the real job: alerts go in at one end and incidents come out in their rooms. */
class AlertToRoomTest {
    private static final Logger LOG = LoggerFactory.getLogger(AlertToRoomTest.class);
    private static final Point IN_GRID = new Point(120.15, 30.15);
    private static final Point IN_STREET = new Point(120.8, 30.8);

    /** Now: an alert of long ago would be overdue when it comes. */
    private static Instant onset;

    private static Path folder;
    private static EmbeddedKafka kafka;
    private static EmbeddedFlink flink;
    private static CompletableFuture<Void> job;

    @BeforeAll
    static void start(@TempDir Path given) throws Exception {
        folder = given;
        onset = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long begin = System.nanoTime();
        kafka = new EmbeddedKafka(folder.resolve("log"));
        kafka.start();
        LOG.info("Kafka started in {} s", seconds(begin));
        begin = System.nanoTime();
        flink = new EmbeddedFlink(folder.resolve("jobs"));
        flink.start();
        LOG.info("Flink started in {} s", seconds(begin));
        begin = System.nanoTime();
        try (LogClient client = new LogClient(kafka.service(), Topic.REGISTRY.topicName())) {
            for (Area area :
                    List.of(area("pengbu", AreaLevel.STREET, null, 1), area("grid-4", AreaLevel.GRID, "pengbu", 0.3))) {
                client.write(Topic.REGISTRY.topicName(), area.key(), area);
            }
        }
        Log log = new Log(kafka.service().clients(), CommandRoomJob.NAME);
        job = flink.run(CommandRoomJob.NAME, JobSettings.of(flink.checkpoints()), flow -> new CommandRoomJob(
                        RoomSettings.DEFAULT)
                .build(flow, CommandRoomJob.from(log), CommandRoomJob.to(log)));
        LOG.info("job accepted in {} s", seconds(begin));
    }

    @AfterAll
    static void stop() {
        long begin = System.nanoTime();
        flink.close();
        flink.close();
        assertThat(job).isCompleted();
        kafka.close();
        kafka.close();
        LOG.info("both stopped in {} s", seconds(begin));
        assertThat(folder.resolve("jobs/scratch")).doesNotExist();
        assertThat(folder.resolve("jobs/checkpoints")).isNotEmptyDirectory();
    }

    @Test
    void a_repeated_alert_and_its_release_are_one_incident_in_the_right_room() throws Exception {
        try (LogClient client = new LogClient(kafka.service(), Topic.INCIDENTS.topicName())) {
            Alert raised = alert("a1", "lift-7", AlertPhase.RAISED, IN_GRID);
            alert(client, raised);
            alert(client, raised);
            alert(client, alert("a1", "lift-7", AlertPhase.RELEASED, IN_GRID));
            alert(client, alert("a2", "lift-8", AlertPhase.RAISED, IN_STREET));

            Map<String, Incident> newest =
                    newest(client.readUntil(record -> read(record).version() == 2), client);

            Incident lift7 = requireNonNull(newest.get(Incident.id("lift-7~EBIKE_IN_LIFT", onset, "a1")));
            assertThat(lift7.room()).isEqualTo("room-grid-4");
            assertThat(lift7.transitions())
                    .extracting(step -> step.kind())
                    .containsExactly(TransitionKind.OPENED, TransitionKind.RELEASED);
            assertThat(lift7.alertCount()).isEqualTo(1);
            assertThat(newest.values().stream()
                            .filter(incident -> incident.camera().equals("lift-8")))
                    .extracting(Incident::room)
                    .containsExactly("room-pengbu");
        }
    }

    @Test
    void what_cannot_be_read_goes_aside_with_the_reason_and_the_job_goes_on() throws Exception {
        try (LogClient client = new LogClient(kafka.service(), Topic.ALERTS.deadTopicName())) {
            client.write(Topic.ALERTS.topicName(), "lift-9", "garbage".getBytes(UTF_8));

            ConsumerRecord<byte[], byte[]> dead =
                    client.readUntil(record -> true).get(0);

            assertThat(dead.value()).isEqualTo("garbage".getBytes(UTF_8));
            assertThat(header(dead, "reason")).isEqualTo("no Alert: it is not JSON (line 1, column 1)");
            assertThat(header(dead, "source-topic")).isEqualTo("alerts");
            assertThat(header(dead, "source-partition")).isEqualTo("0");
            assertThat(header(dead, "source-offset")).matches("\\d+");
            assertThat(job).isNotDone();
        }
    }

    @Test
    void nothing_listens_but_on_loopback() throws Exception {
        assertThat(ListeningSockets.ofThisProcess()).isNotEmpty().allSatisfy(address -> assertThat(address)
                .isIn(ListeningSockets.LOOPBACK));
    }

    @Test
    void every_alert_reaches_its_room() throws Exception {
        int count = 200;
        double[] latencies = new double[count];
        try (LogClient client = new LogClient(kafka.service(), Topic.INCIDENTS.topicName())) {
            for (int i = 0; i < count; i++) {
                String camera = "timed-" + i;
                long begin = System.nanoTime();
                alert(client, alert("t" + i, camera, AlertPhase.RAISED, IN_GRID));
                client.readUntil(record -> read(record).camera().equals(camera));
                latencies[i] = seconds(begin);
            }
        }
        Arrays.sort(latencies);
        LOG.info("alert to incident: p50 {} s, p95 {} s, most {} s", latencies[100], latencies[190], latencies[199]);
        assertThat(latencies[199]).as("no speed, only that nothing was held up").isLessThan(30);
    }

    /** The newest state of every incident, by id; reads on until lift-8 was seen too. */
    private static Map<String, Incident> newest(List<ConsumerRecord<byte[], byte[]>> read, LogClient client) {
        Map<String, Incident> newest = new LinkedHashMap<>();
        read.forEach(record -> newest.put(new String(record.key(), UTF_8), read(record)));
        if (newest.keySet().stream().noneMatch(id -> id.startsWith("lift-8~"))) {
            client.readUntil(record -> read(record).camera().equals("lift-8"))
                    .forEach(record -> newest.put(new String(record.key(), UTF_8), read(record)));
        }
        return newest;
    }

    private static Incident read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.read(Incident.class, record.value());
        } catch (UnreadableRecord e) {
            throw new AssertionError(e.reason(), e);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static void alert(LogClient client, Alert alert) throws Exception {
        client.write(Topic.ALERTS.topicName(), alert.camera(), alert);
    }

    private static Alert alert(String id, String camera, AlertPhase phase, Point place) {
        Instant at = phase == AlertPhase.RELEASED ? onset.plusSeconds(12) : onset.plusSeconds(3);
        return new Alert(
                id,
                phase,
                EventKind.EBIKE_IN_LIFT,
                "two-wheeler",
                "ebike-in-lift/1",
                camera,
                place,
                null,
                at,
                onset,
                0.83,
                List.of(),
                List.of(),
                "worker-1",
                1);
    }

    private static Area area(String id, AreaLevel level, @Nullable String parent, double side) {
        Ring ring = new Ring(List.of(
                new Point(120, 30),
                new Point(120 + side, 30),
                new Point(120 + side, 30 + side),
                new Point(120, 30 + side)));
        return new Area(id, id, level, parent, "room-" + id, List.of(new Polygon(List.of(ring))));
    }

    private static double seconds(long beginNanos) {
        return (System.nanoTime() - beginNanos) / 1e9;
    }
}

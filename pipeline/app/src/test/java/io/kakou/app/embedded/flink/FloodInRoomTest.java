package io.kakou.app.embedded.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.LogClient;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.Mute;
import io.kakou.events.Notice;
import io.kakou.events.NoticeCause;
import io.kakou.events.NoticeKind;
import io.kakou.events.Shelf;
import io.kakou.events.Situation;
import io.kakou.events.SituationPlace;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.room.CommandRoomJob;
import io.kakou.jobs.room.RoomSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real broker, the real job: what a room hears while the water rises, and what people put aside. */
class FloodInRoomTest {
    private static final Logger LOG = LoggerFactory.getLogger(FloodInRoomTest.class);
    private static final int ROADS = 30;

    private static EmbeddedKafka kafka;
    private static EmbeddedFlink flink;
    private static CompletableFuture<Void> job;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        kafka = new EmbeddedKafka(folder.resolve("log"));
        kafka.start();
        flink = new EmbeddedFlink(folder.resolve("jobs"));
        flink.start();
        Log log = new Log(kafka.service().clients(), CommandRoomJob.NAME);
        job = flink.run(CommandRoomJob.NAME, JobSettings.of(flink.checkpoints()), flow -> new CommandRoomJob(
                        RoomSettings.DEFAULT)
                .build(flow, CommandRoomJob.from(log), CommandRoomJob.to(log)));
    }

    @AfterAll
    static void stop() {
        flink.close();
        assertThat(job).isCompleted();
        kafka.close();
    }

    /** All come within seconds, of rooms that no area names: the seat that everybody shares. */
    @Test
    void of_thirty_roads_under_water_three_are_heard_and_every_lift_and_child_at_once() throws Exception {
        Set<String> water = new HashSet<>();
        List<Double> seconds = new ArrayList<>();
        Map<String, Long> heardAt = new HashMap<>();
        try (LogClient notices = new LogClient(kafka.service(), Topic.NOTICES.topicName());
                LogClient situations = new LogClient(kafka.service(), Topic.SITUATIONS.topicName())) {
            warm(notices);
            for (int road = 0; road < ROADS; road++) {
                Alert alert = alert("road-" + road, EventKind.WATERLOGGING);
                water.add(Incident.id(alert.camera() + "~WATERLOGGING", alert.onset(), alert.id()));
                write(notices, alert);
                if (road % 4 == 3) {
                    EventKind kind = road % 12 == 11 ? EventKind.LOST_CHILD : EventKind.EBIKE_IN_LIFT;
                    seconds.add(secondsUntilHeard(notices, alert("other-" + road, kind), heardAt));
                }
            }
            Situation flood = situation(situations, EventKind.WATERLOGGING, ROADS);

            assertThat(flood.places()).extracting(SituationPlace::incident).containsExactlyInAnyOrderElementsOf(water);
            assertThat(flood.announced()).isEqualTo(3);
            assertThat(flood.listed()).isEqualTo(ROADS - 3);
        }
        List<Notice> heard = told().stream()
                .filter(notice -> notice.event() == EventKind.WATERLOGGING && notice.sound())
                .toList();
        assertThat(heard)
                .extracting(Notice::kind)
                .containsExactly(NoticeKind.RING, NoticeKind.RING, NoticeKind.SITUATION);
        // From the alert on it is the machine's, which several builds may share; from the incident on it is the seat's.
        Map<String, Long> openedAt = openedAt(heardAt.keySet());
        long slowest = heardAt.entrySet().stream()
                .mapToLong(each -> each.getValue() - requireNonNull(openedAt.get(each.getKey())))
                .max()
                .orElseThrow();
        LOG.info(
                "flood through the job: lifts and children heard {} s after their alerts; at most {} ms after the incident",
                seconds,
                slowest);
        assertThat(slowest).as("milliseconds from an incident to its sound").isLessThan(1_000);
    }

    @Test
    void what_a_person_puts_aside_comes_back_and_a_muted_camera_is_only_listed() throws Exception {
        try (LogClient client = new LogClient(kafka.service(), Topic.NOTICES.topicName())) {
            Alert alert = alert("aside-1", EventKind.DUMPING);
            String id = Incident.id(alert.camera() + "~DUMPING", alert.onset(), alert.id());
            write(client, alert);
            await(client, notice -> id.equals(notice.incident()));
            Instant now = now();
            Shelf shelf = new Shelf(id, Incident.NO_ROOM, "operator-3", "等待城管", now, now.plusSeconds(2));
            client.write(Topic.REGISTRY.topicName(), shelf.key(), shelf);
            await(client, notice -> id.equals(notice.incident()) && notice.cause() == NoticeCause.SHELVED);
            Notice back = await(client, notice -> notice.cause() == NoticeCause.SHELF_ENDED);
            assertThat(back.incident()).isEqualTo(id);
            assertThat(back.sound()).isTrue();

            client.write(Topic.REGISTRY.topicName(), "mute~broken", "{}".getBytes(UTF_8));
            Mute mute = new Mute(
                    "mute-1",
                    EventKind.MUCK_TRUCK,
                    List.of("gate-9"),
                    "施工",
                    "operator-3",
                    now.minusSeconds(60),
                    now.plusSeconds(600));
            client.write(Topic.REGISTRY.topicName(), mute.key(), mute);
            Shelf after = new Shelf(id, Incident.NO_ROOM, "operator-3", "再等", now(), now().plusSeconds(300));
            client.write(Topic.REGISTRY.topicName(), after.key(), after);
            await(client, notice -> after.until().equals(notice.until()));
            write(client, alert("gate-9", EventKind.MUCK_TRUCK));
            Notice listed = await(client, notice -> notice.event() == EventKind.MUCK_TRUCK);

            assertThat(listed.sound()).isFalse();
            assertThat(listed.mute()).isEqualTo("mute-1");
            assertThat(job).isNotDone();
        }
    }

    /** The first alert of a job waits until it runs. */
    private static void warm(LogClient notices) throws Exception {
        write(notices, alert("warm", EventKind.EBIKE_IN_LIFT));
        await(notices, notice -> notice.event() == EventKind.EBIKE_IN_LIFT);
    }

    private static double secondsUntilHeard(LogClient notices, Alert alert, Map<String, Long> heardAt)
            throws Exception {
        String id = Incident.id(alert.camera() + "~" + alert.kind().name(), alert.onset(), alert.id());
        long begin = System.nanoTime();
        write(notices, alert);
        ConsumerRecord<byte[], byte[]> heard = notices
                .readUntil(record -> id.equals(read(record).incident()))
                .stream()
                .filter(record -> id.equals(read(record).incident()))
                .findFirst()
                .orElseThrow();
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertThat(read(heard).kind()).isEqualTo(NoticeKind.RING);
        heardAt.put(id, heard.timestamp());
        return seconds;
    }

    /** When each of these incidents was first on the log. */
    private static Map<String, Long> openedAt(Set<String> wanted) {
        Map<String, Long> openedAt = new HashMap<>();
        try (LogClient client = new LogClient(kafka.service(), Topic.INCIDENTS.topicName())) {
            client.readUntil(record -> {
                openedAt.putIfAbsent(of(Incident.class, record).id(), record.timestamp());
                return openedAt.keySet().containsAll(wanted);
            });
        }
        return openedAt;
    }

    private static Situation situation(LogClient situations, EventKind kind, int places) {
        List<Situation> found = new ArrayList<>();
        situations.readUntil(record -> {
            Situation situation = of(Situation.class, record);
            found.add(situation);
            return situation.event() == kind && situation.places().size() == places;
        });
        return found.stream()
                .filter(each -> each.event() == kind)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static List<Notice> told() throws Exception {
        List<Notice> told = new ArrayList<>();
        try (LogClient client = new LogClient(kafka.service(), Topic.NOTICES.topicName())) {
            Alert last = alert("last", EventKind.LOST_CHILD);
            write(client, last);
            client.readUntil(record -> {
                told.add(read(record));
                return String.valueOf(read(record).incident()).startsWith("last~");
            });
        }
        return told;
    }

    private static Notice await(LogClient notices, Predicate<Notice> wanted) {
        return notices.readUntil(record -> wanted.test(read(record))).stream()
                .map(FloodInRoomTest::read)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static Notice read(ConsumerRecord<byte[], byte[]> record) {
        return of(Notice.class, record);
    }

    private static <T extends Record> T of(Class<T> type, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.read(type, record.value());
        } catch (UnreadableRecord e) {
            throw new AssertionError(e.reason(), e);
        }
    }

    private static void write(LogClient client, Alert alert) throws Exception {
        client.write(Topic.ALERTS.topicName(), alert.camera(), alert);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Alert alert(String camera, EventKind kind) {
        Instant now = now();
        return new Alert(
                "a-" + camera,
                AlertPhase.RAISED,
                kind,
                "",
                "rule/1",
                camera,
                null,
                null,
                now,
                now.minusSeconds(3),
                0.83,
                List.of(),
                List.of(),
                "worker-1",
                1);
    }
}

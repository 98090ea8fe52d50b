package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.embedded.flink.EmbeddedFlink;
import io.kakou.console.accounts.Role;
import io.kakou.events.ClothColour;
import io.kakou.events.ColourShare;
import io.kakou.events.LabelledBox;
import io.kakou.events.PersonSighting;
import io.kakou.events.PersonSize;
import io.kakou.events.Topic;
import io.kakou.events.UnderWay;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.search.SearchJob;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A child of four on a balance bike is lost in the crowd at a school's gate in the evening, rides eight cameras away, and is found by a
 * patrol: its way back is wanted. Real broker, real Flink, real database.
 */
class SearchStoryTest {
    private static final int CAMERAS = 9;
    private static final double DEGREES = 100 / (111_195 * Math.cos(Math.toRadians(30.25)));
    private static Instant found;

    @TempDir
    static Path folder;

    private static Installation installation;
    private static EmbeddedFlink flink;
    private static Browser operator;

    @BeforeAll
    static void start() throws Exception {
        found = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        installation = new Installation(folder.resolve("console"), 0);
        Browser engineer = new People(installation).browser(Role.ENGINEER, "*");
        for (int i = 0; i < CAMERAS; i++) {
            String body = "{\"id\":\"street-" + i + "\",\"name\":\"机场路" + i
                    + "号\",\"kind\":\"STREET\",\"place\":{\"longitude\":" + (120.21 + i * DEGREES)
                    + ",\"latitude\":30.25},\"subStream\":\"rtsp://127.0.0.1:1/\",\"watched\":[\"LOST_CHILD\"]}";
            Browser.Answer added = engineer.post("/api/cameras", body);
            assertThat(added.status()).as(added.body()).isEqualTo(201);
        }
        operator = new People(installation).browser(Role.OPERATOR, "pengbu");
        flink = new EmbeddedFlink(folder.resolve("jobs"));
        flink.start();
        Log log = new Log(installation.kafka.service().clients(), SearchJob.NAME);
        var unused = flink.run(
                SearchJob.NAME,
                JobSettings.of(flink.checkpoints()),
                flow -> SearchJob.build(flow, SearchJob.from(log), SearchJob.to(log)));
        crowd();
    }

    @AfterAll
    static void stop() {
        flink.close();
        installation.close();
    }

    @Test
    void the_way_back_to_the_school_is_found_hop_by_hop_and_nothing_of_it_stays() throws Exception {
        badInputIsRefusedByName();
        waitUntil(
                "all that passed is in the table", () -> rows("person_sighting").size() >= 8 * 6);
        JsonNode search = operator.post("/api/searches", form(found.toString(), "street-8", "YELLOW"))
                .json();
        String id = search.get("id").asText();
        assertThat(search.get("reach").size()).isGreaterThan(3);

        whoLooksAtAPictureIsOnRecord(search);
        List<String> way = new ArrayList<>();
        JsonNode now = search;
        for (int hop = 0; hop < 8; hop++) {
            JsonNode first = now.get("backward").get("candidates").get(0);
            way.add(first.get("camera").asText());
            now = operator.post(
                            "/api/searches/" + id + "/accept",
                            "{\"sighting\":\"" + first.get("sighting").asText() + "\"}")
                    .json();
        }
        assertThat(way)
                .containsExactly(
                        "street-7", "street-6", "street-5", "street-4", "street-3", "street-2", "street-1", "street-0");
        assertThat(installation.everything("travel_time").lines()).hasSize(7);
        assertThat(operator.get("/api/searches/" + id + "/draft").status()).isEqualTo(200);

        whoPassesNowIsMatchedAndWhatCannotBeIsADeadLetter(id);
        purged(id);
    }

    @Test
    void a_search_whose_time_is_over_is_gone_by_itself_and_what_is_still_seen_for_it_goes_too() throws Exception {
        JsonNode search = operator.post(
                        "/api/searches",
                        form(found.toString(), "street-8", "YELLOW").replace("\"2h\"", "\"3s\""))
                .json();
        String id = search.get("id").asText();
        installation.neighbours.objects.put("searches/" + id + "/p1.jpg", new byte[] {1});

        waitUntil("it is over", () -> operator.get("/api/searches/" + id).status() == 404);
        waitUntil(
                "it is on record that nobody ended it",
                () -> installation.everything("view").contains("its time was over"));
        nothingIsLeftOf(id);

        // A worker that was in the midst of stored footage when it ended.
        installation.tell(Topic.SIGHTINGS, "street-3", seenFor(id, 95, 3));
        installation.tell(Topic.SIGHTINGS, "street-3", child(777_096, 3, found.minusSeconds(9)));
        waitUntil("the next one is in the table", () -> rows("person_sighting").stream()
                .anyMatch(row -> row.contains("777096")));
        String other = operator.post("/api/searches", form(found.toString(), "street-8", "YELLOW"))
                .json()
                .get("id")
                .asText();
        purged(other);
        waitUntil(
                "nothing of it is in the table",
                () -> !installation.everything("person_sighting").contains(id));
    }

    /** None was kept of who passed before: the worker that has the footage is asked. */
    private static void whoLooksAtAPictureIsOnRecord(JsonNode search) throws Exception {
        String sighting = search.at("/backward/candidates/0/sighting").asText();
        Browser.Answer picture =
                operator.get("/api/searches/" + search.get("id").asText() + "/pictures/" + sighting + ".jpg");
        assertThat(picture.status()).as(picture.body()).isEqualTo(200);
        assertThat(picture.body()).isEqualTo("picture");
        assertThat(installation.everything("view")).contains("SEARCH_PICTURE", sighting, "case 彭埠走失31号 at street-7");
    }

    private void badInputIsRefusedByName() throws Exception {
        refused(form(found.plusSeconds(3_600).toString(), "street-8", "YELLOW"), "allowed: a time with its zone from");
        refused(form("yesterday", "street-8", "YELLOW"), "at is \\\"yesterday\\\"; allowed");
        refused(form(found.toString(), "street-99", "YELLOW"), "there is no camera street-99 with a place");
        refused(form(found.toString(), "street-8", "PLAID"), "above is another word; allowed: BLACK, GREY");
        refused("[]", "the body is no JSON object");
        assertThat(operator.post("/api/searches", "{\"caseNumber\":\"" + "9".repeat(300_000) + "\"}")
                        .status())
                .isEqualTo(413);
        Browser stranger = new People(installation).browser(Role.OPERATOR, "jianqiao");
        assertThat(stranger.post("/api/searches", form(found.toString(), "street-8", "YELLOW"))
                        .status())
                .isEqualTo(400);
    }

    private static void refused(String body, String reason) throws Exception {
        Browser.Answer answer = operator.post("/api/searches", body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.body()).contains(reason);
    }

    /** Malformed, of the future, of a camera that nobody knows, told twice, out of order: the job goes on. */
    private void whoPassesNowIsMatchedAndWhatCannotBeIsADeadLetter(String id) throws Exception {
        Instant now = Instant.now();
        tell("street-8", "{\"firstSeen\":\"2026-01-01T00:00:00Z\"".getBytes(UTF_8));
        installation.tell(Topic.SIGHTINGS, "street-8", child(80, 8, now.plusSeconds(7_200)));
        installation.tell(Topic.SIGHTINGS, "street-77", child(81, 77, now));
        installation.tell(Topic.SIGHTINGS, "street-8", child(82, 8, now.minusSeconds(5)));
        installation.tell(Topic.SIGHTINGS, "street-8", child(82, 8, now.minusSeconds(5)));

        waitUntil(
                "who passes now is a finding",
                () -> operator.get("/api/searches/" + id).body().contains("\"track\":82"));
        List<String> reasons = new ArrayList<>();
        waitUntil("three dead letters", () -> {
            reasons.clear();
            reasons.addAll(deadReasons());
            return reasons.size() >= 3;
        });
        assertThat(reasons).hasSize(3);
        assertThat(String.join("\n", reasons))
                .contains("it is not JSON", "which had not come when it was told", "there is no camera street-77");
    }

    private void purged(String id) throws Exception {
        installation.neighbours.objects.put("searches/" + id + "/p1.jpg", new byte[] {1});
        installation.neighbours.objects.put("pictures/other.jpg", new byte[] {1});
        installation.tell(Topic.SIGHTINGS, "street-2", seenFor(id, 97, 2));
        waitUntil(
                "what was seen for it is in the table",
                () -> installation.everything("person_sighting").contains(id));
        assertThat(operator.post("/api/searches/" + id + "/end", "{\"reason\":\"已交还家长\"}")
                        .status())
                .isEqualTo(200);

        assertThat(operator.get("/api/searches/" + id).status()).isEqualTo(404);
        nothingIsLeftOf(id);
        assertThat(installation.neighbours.objects).containsKey("pictures/other.jpg");
        assertThat(installation.everything("view"))
                .contains("SEARCH_ENDED", "已交还家长")
                .doesNotContain("YELLOW");
    }

    private static void nothingIsLeftOf(String id) throws Exception {
        for (String table : List.of("search", "search_finding", "search_footage")) {
            assertThat(installation.everything(table)).as(table).isEmpty();
        }
        assertThat(installation.everything("person_sighting")).doesNotContain(id);
        waitUntil(
                "its pictures are gone",
                () -> !installation.neighbours.objects.containsKey("searches/" + id + "/p1.jpg"));
        waitUntil(
                "a tombstone on its topic",
                () -> newest(Topic.SEARCHES).containsKey(id)
                        && newest(Topic.SEARCHES).get(id) == null);
    }

    private static List<String> rows(String table) throws Exception {
        return installation.everything(table).lines().toList();
    }

    /** Parents and pupils at every camera, and the child at all but street-8, two minutes apart. */
    private static void crowd() throws Exception {
        for (int camera = 0; camera < 8; camera++) {
            Instant passes = found.minusSeconds(100L * (8 - camera));
            installation.tell(Topic.SIGHTINGS, "street-" + camera, child(1, camera, passes));
            for (int other = 0; other < 5; other++) {
                installation.tell(
                        Topic.SIGHTINGS,
                        "street-" + camera,
                        passer(10 + other, camera, passes.plusSeconds(7L * other - 14)));
            }
        }
    }

    private static PersonSighting child(long track, int camera, Instant at) {
        return person(track, camera, at, PersonSize.CHILD, 0.64, UnderWay.RIDING, ClothColour.YELLOW, null);
    }

    /** The child in stored footage that was looked at again for a search. */
    private static PersonSighting seenFor(String search, long track, int camera) {
        return person(
                track,
                camera,
                found.minusSeconds(9),
                PersonSize.CHILD,
                0.64,
                UnderWay.RIDING,
                ClothColour.YELLOW,
                search);
    }

    private static PersonSighting passer(long track, int camera, Instant at) {
        ClothColour[] worn = {ClothColour.BLACK, ClothColour.WHITE, ClothColour.RED, ClothColour.GREY, ClothColour.BLUE
        };
        boolean pupil = track % 2 == 0;
        return person(
                track,
                camera,
                at,
                pupil ? PersonSize.CHILD : PersonSize.UNKNOWN,
                pupil ? 0.8 : 0,
                UnderWay.ON_FOOT,
                worn[(int) (track % worn.length)],
                null);
    }

    private static PersonSighting person(
            long track,
            int camera,
            Instant at,
            PersonSize size,
            double share,
            UnderWay way,
            ClothColour above,
            @Nullable String search) {
        return new PersonSighting(
                "street-" + camera,
                track,
                size,
                share,
                way,
                List.of(new ColourShare(above, 0.8), new ColourShare(ClothColour.GREY, 0.2)),
                List.of(new ColourShare(ClothColour.BLUE, 1)),
                0,
                false,
                List.of(),
                new LabelledBox("person", 0.9, 0.4, 0.4, 0.5, 0.7),
                at.minusSeconds(6),
                at,
                5,
                search,
                "analysis-1",
                7);
    }

    private static String form(String at, String camera, String above) {
        return "{\"caseNumber\":\"彭埠走失31号\",\"start\":\"FOUND\",\"camera\":\"" + camera + "\",\"at\":\"" + at
                + "\",\"above\":[\"" + above + "\"],\"below\":[\"BLUE\"],\"height\":\"TO_120\","
                + "\"vehicle\":\"BALANCE_BIKE\",\"companions\":0,\"until\":\"2h\"}";
    }

    private static void tell(String key, byte[] value) throws Exception {
        installation
                .producer
                .send(new ProducerRecord<>(Topic.SIGHTINGS.topicName(), key.getBytes(UTF_8), value))
                .get(30, TimeUnit.SECONDS);
    }

    private static List<String> deadReasons() {
        List<String> reasons = new ArrayList<>();
        read(Topic.SIGHTINGS.deadTopicName(), (record, reason) -> reasons.add(String.valueOf(reason)));
        return reasons;
    }

    private static Map<String, byte @Nullable []> newest(Topic topic) {
        Map<String, byte @Nullable []> newest = new HashMap<>();
        read(topic.topicName(), (record, reason) -> newest.put(new String(record.key(), UTF_8), record.value()));
        return newest;
    }

    private interface Each {
        void of(ConsumerRecord<byte[], byte[]> record, @Nullable String reason);
    }

    private static void read(String topic, Each each) {
        try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(
                Map.copyOf(installation.kafka.service().clients()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> parts = reader.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            reader.assign(parts);
            reader.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = reader.endOffsets(parts);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(Duration.ofMillis(200)).forEach(record -> {
                    var header = record.headers().lastHeader("reason");
                    each.of(record, header == null ? null : new String(header.value(), UTF_8));
                });
            }
        }
    }

    private interface Fact {
        boolean holds() throws Exception;
    }

    private static void waitUntil(String what, Fact fact) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        while (!fact.holds()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}

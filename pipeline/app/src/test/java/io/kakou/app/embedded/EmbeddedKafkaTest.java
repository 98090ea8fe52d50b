package io.kakou.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kakou.app.services.LogService;
import io.kakou.app.services.ServiceTrouble;
import io.kakou.events.Topic;
import io.kakou.jobs.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    @TempDir
    private static Path shared;

    private static EmbeddedKafka broker;

    @BeforeAll
    static void start() {
        broker = new EmbeddedKafka(shared.resolve("broker"));
        broker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void what_was_written_is_there_after_a_restart(@TempDir Path folder) throws Exception {
        try (EmbeddedKafka first = new EmbeddedKafka(folder)) {
            first.start();
            first.start();
            try (LogClient client = new LogClient(first.service(), Topic.CAMERAS.topicName())) {
                client.write(Topic.CAMERAS.topicName(), "lift-7", "kept".getBytes(UTF_8));
            }
        }
        try (EmbeddedKafka second = new EmbeddedKafka(folder)) {
            second.start();
            assertThat(second.service().toString()).startsWith("the log at 127.0.0.1:");
            try (LogClient client = new LogClient(second.service(), Topic.CAMERAS.topicName())) {
                assertThat(client.readUntil(record -> true))
                        .singleElement()
                        .satisfies(record -> assertThat(record.value()).isEqualTo("kept".getBytes(UTF_8)));
            }
            assertThatIllegalStateException()
                    .isThrownBy(new EmbeddedKafka(folder)::start)
                    .withMessageStartingWith("the log cannot start in " + folder);
            assertThat(new Log(second.service().clients(), "test")
                            .end(Topic.CAMERAS)
                            .values())
                    .containsExactly(1L);
            assertThat(new Log(second.service().clients(), "test").end(Topic.REGISTRY))
                    .isEqualTo(Map.of());
        }
    }

    @Test
    void who_has_no_password_or_another_is_refused_at_either_door(@TempDir Path folder) throws Exception {
        LogDoor door = new LogDoor(LoopbackPorts.free(), LoopbackPorts.free(), "right");
        LogDoor guessed = new LogDoor(door.clients(), door.controller(), "wrong");
        try (EmbeddedKafka kafka = new EmbeddedKafka(folder, door)) {
            kafka.start();
            door.service().prepare(LogService.Copies.ONE, 10);
            assertThatExceptionOfType(ServiceTrouble.class)
                    .isThrownBy(() -> guessed.service().prepare(LogService.Copies.ONE, 10))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ServiceTrouble.Code.REFUSED))
                    .withMessage(door.service() + " refuses: Authentication failed: Invalid username or password");
            assertThatExceptionOfType(ServiceTrouble.class)
                    .isThrownBy(() -> LogService.of(door.servers(), null, null).prepare(LogService.Copies.ONE, 3))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ServiceTrouble.Code.AWAY));
            Map<String, Object> controller = Map.of(
                    "bootstrap.controllers", door.quorum(), "default.api.timeout.ms", 3000, "request.timeout.ms", 3000);
            try (Admin admin = Admin.create(controller)) {
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(() -> admin.describeCluster().nodes().get(20, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void topics_that_others_made_otherwise_are_refused() throws Exception {
        LogService log = broker.service();
        try (Admin admin = Admin.create(Map.copyOf(log.clients()))) {
            ConfigResource alerts = new ConfigResource(ConfigResource.Type.TOPIC, "alerts");
            AlterConfigOp compact =
                    new AlterConfigOp(new ConfigEntry("cleanup.policy", "compact"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(alerts, List.of(compact)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            awaitTrouble(log, "topic alerts of " + log + " has cleanup.policy compact; allowed: delete");

            admin.createPartitions(Map.of("cameras", NewPartitions.increaseTo(65)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            awaitTrouble(log, "topic cameras of " + log + " has 65 partitions; allowed: 64");
        }
    }

    /** What was changed reaches the broker's own view a moment later. */
    private static void awaitTrouble(LogService log, String line) throws Exception {
        String heard = "";
        for (int tries = 0; tries < 100 && !heard.equals(line); tries++) {
            try {
                log.prepare(LogService.Copies.AS_THE_BROKERS_SAY, 30);
            } catch (ServiceTrouble e) {
                assertThat(e.code()).isEqualTo(ServiceTrouble.Code.UNFIT);
                heard = String.valueOf(e.getMessage());
            }
        }
        assertThat(heard).isEqualTo(line);
    }

    @Test
    void a_tail_that_a_power_cut_tore_goes_and_all_before_it_stays(@TempDir Path folder) throws Exception {
        Topic topic = Topic.ALERTS;
        try (EmbeddedKafka first = new EmbeddedKafka(folder)) {
            first.start();
            try (LogClient client = new LogClient(first.service(), topic.topicName())) {
                for (int i = 0; i < 20; i++) {
                    client.write(topic.topicName(), "lift-7", ("kept " + i).getBytes(UTF_8));
                }
            }
        }
        // What the broker leaves of itself where it ends in order; without it every segment is looked at anew.
        Files.delete(folder.resolve(".kafka_cleanshutdown"));
        Path torn = segmentWithRecords(folder, topic);
        Files.write(torn, new byte[] {0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 1, 0, 7, 7, 7}, StandardOpenOption.APPEND);

        try (EmbeddedKafka second = new EmbeddedKafka(folder)) {
            second.start();
            try (LogClient client = new LogClient(second.service(), topic.topicName())) {
                client.write(topic.topicName(), "lift-7", "after".getBytes(UTF_8));
                assertThat(client.readUntil(record -> new String(record.value(), UTF_8).equals("after")))
                        .extracting(record -> new String(record.value(), UTF_8))
                        .hasSize(21)
                        .startsWith("kept 0", "kept 1")
                        .endsWith("kept 19", "after");
            }
        }
    }

    private static Path segmentWithRecords(Path folder, Topic topic) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*/" + topic.topicName() + "-\\d+/\\d+[.]log"))
                    .filter(file -> file.toFile().length() > 0)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void a_folder_that_cannot_be_one_is_named(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("log"));
        try (EmbeddedKafka kafka = new EmbeddedKafka(file)) {
            assertThatIllegalStateException()
                    .isThrownBy(kafka::start)
                    .withMessageStartingWith("the log cannot start in " + file);
            assertThatIllegalStateException().isThrownBy(kafka::service);
        }
    }
}

package io.kakou.app.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.LogClient;
import io.kakou.events.Brake;
import io.kakou.events.EventKind;
import io.kakou.events.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brakes as a worker takes them from a real log. */
class BrakesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path folder;

    private volatile Instant now = NOW;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Brakes brakes = new Brakes(() -> now, said::add);

    @Test
    void a_brake_holds_from_its_record_to_its_end_or_removal_and_nothing_else_brakes() throws Exception {
        try (EmbeddedKafka kafka = new EmbeddedKafka(folder.resolve("log"))) {
            kafka.start();
            try (LogClient log = new LogClient(kafka.service(), Topic.REGISTRY.topicName());
                    KafkaProducer<byte[], byte[]> removing = new KafkaProducer<>(
                            Map.copyOf(kafka.service().clients()),
                            new ByteArraySerializer(),
                            new ByteArraySerializer())) {
                put(log, brake("brake-1", EventKind.EBIKE_IN_LIFT, List.of(), List.of("lift-9")));
                log.write(Topic.REGISTRY.topicName(), "area~x", "no JSON".getBytes(UTF_8));
                assertThat(brakes.isKnown()).isFalse();
                try (RegistryTopic topic =
                        new RegistryTopic(Map.copyOf(kafka.service().clients()), Brake.KEY, brakes)) {
                    topic.start();
                    await("rule EBIKE_IN_LIFT is off at every camera but 1 until 2026-03-01T09:00:00Z, by anna: test");
                    assertThat(brakes.isKnown()).isTrue();
                    assertThat(brakes.kinds("lift-1")).containsExactly(EventKind.EBIKE_IN_LIFT);
                    assertThat(brakes.kinds("lift-9")).isEmpty();

                    log.write(Topic.REGISTRY.topicName(), "brake~broken", "no JSON".getBytes(UTF_8));
                    put(log, brake("brake-2", EventKind.LOST_CHILD, List.of("lift-9"), List.of()));
                    await("rule LOST_CHILD is off at 1 cameras until 2026-03-01T09:00:00Z, by anna: test");
                    assertThat(brakes.kinds("lift-9")).containsExactly(EventKind.LOST_CHILD);

                    removing.send(new ProducerRecord<>(
                                    Topic.REGISTRY.topicName(), "brake~brake-2".getBytes(UTF_8), null))
                            .get(30, TimeUnit.SECONDS);
                    await("rule LOST_CHILD is on again: brake-2 has ended");
                    assertThat(brakes.kinds("lift-9")).isEmpty();
                }
            }
        }
        // With the log away it holds on, and ends by itself.
        now = NOW.plus(Duration.ofMinutes(59));
        assertThat(brakes.at("lift-1")).hasSize(1);
        now = NOW.plus(Duration.ofHours(1));
        assertThat(brakes.at("lift-1")).isEmpty();
    }

    private void await(String line) throws InterruptedException {
        assertThat(said.poll(30, TimeUnit.SECONDS)).isEqualTo(line);
    }

    private static void put(LogClient log, Brake brake) throws Exception {
        log.write(Topic.REGISTRY.topicName(), brake.key(), brake);
    }

    private static Brake brake(String id, EventKind kind, List<String> cameras, List<String> except) {
        return new Brake(id, kind, cameras, except, "anna", "test", NOW, NOW.plus(Duration.ofHours(1)));
    }
}

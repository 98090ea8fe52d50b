package io.kakou.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.app.process.JavaCommand;
import io.kakou.app.services.LogService;
import io.kakou.app.services.ServiceTrouble;
import io.kakou.events.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The broker is killed, and with it goes all that its disk was not told to keep. */
class PowerCutTest {
    private static final int RECORDS = 200;
    private static final int TRIES = 60;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void what_the_log_acknowledged_outlives_a_disk_that_drops_what_was_not_synced() throws Exception {
        assumeTrue(mayTrace(), "needs platform: strace that may trace");
        LogDoor door = new LogDoor(LoopbackPorts.free(), LoopbackPorts.free(), "a password");
        Path log = folder.resolve("log");
        Path trace = folder.resolve("trace");
        Process broker = start(log, door, trace);
        try {
            await(door.service());
            write(door.service(), Topic.ALERTS);
            write(door.service(), Topic.SIGHTINGS);
        } finally {
            broker.descendants().forEach(ProcessHandle::destroyForcibly);
            broker.waitFor();
        }

        long gone = UnsyncedWrites.of(trace).cut(log);

        assertThat(gone).as("bytes that went, or the disk dropped nothing").isPositive();
        try (EmbeddedKafka again = new EmbeddedKafka(log, door)) {
            again.start();
            assertThat(count(door.service(), Topic.ALERTS)).isEqualTo(RECORDS);
            assertThat(count(door.service(), Topic.SIGHTINGS))
                    .as("of a topic that may lose a moment's")
                    .isLessThan(RECORDS);
        }
    }

    private static boolean mayTrace() throws InterruptedException {
        try {
            return new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Process start(Path log, LogDoor door, Path trace) throws IOException {
        Path settings = folder.resolve("log.properties");
        BrokerFolder.prepare(log, door, settings);
        List<String> command = new ArrayList<>(UnsyncedWrites.TRACED);
        command.add(trace.toString());
        command.addAll(JavaCommand.of(
                folder.resolve("log.args"), List.of("-Xmx384m"), List.of("kafka.Kafka", settings.toString())));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.out").toFile())
                .start();
    }

    private static void await(LogService log) throws ServiceTrouble, InterruptedException {
        for (int i = 1; ; i++) {
            try {
                log.prepare(LogService.Copies.ONE, 2);
                return;
            } catch (ServiceTrouble e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static void write(LogService log, Topic topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(Map.copyOf(log.clients()), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                byte[] text = ("record " + i).getBytes(UTF_8);
                sent.add(producer.send(new ProducerRecord<>(topic.topicName(), text, text)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }
    }

    private static int count(LogService log, Topic topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.copyOf(log.clients()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> parts = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            int many = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                many += consumer.poll(Duration.ofMillis(200)).count();
            }
            return many;
        }
    }
}

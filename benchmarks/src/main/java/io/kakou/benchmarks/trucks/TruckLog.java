package io.kakou.benchmarks.trucks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.events.truck.TruckVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes a story to the log, as of its own times, and reads what comes of it. */
final class TruckLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Integer> dead = new TreeMap<>();
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

    TruckLog(Map<String, String> clients) {
        this.producer =
                new KafkaProducer<>(new HashMap<>(clients), new ByteArraySerializer(), new ByteArraySerializer());
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> parts = Stream.of(
                        Topic.TRUCK_VERDICTS.topicName(),
                        Topic.SIGHTINGS.deadTopicName(),
                        Topic.POSITIONS.deadTopicName())
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(parts);
        consumer.seekToBeginning(parts);
    }

    void write(Topic topic, String key, Instant logged, Record value) {
        write(topic, key, logged, Json.write(value));
    }

    void write(Topic topic, String key, Instant logged, byte[] value) {
        var unused = producer.send(
                new ProducerRecord<>(topic.topicName(), null, logged.toEpochMilli(), key.getBytes(UTF_8), value),
                (written, failure) -> {
                    if (failure != null) {
                        refused.compareAndSet(null, failure);
                    }
                });
    }

    /** All is on the log; a story with holes would be held against verdicts that cannot come. */
    void flush() {
        producer.flush();
        Exception failure = refused.get();
        if (failure != null) {
            throw new IllegalStateException("the broker refused a record of the story", failure);
        }
    }

    /** What came since; returns how many. */
    int read(Verdicts into) throws UnreadableRecord {
        int verdicts = 0;
        for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
            if (each.topic().equals(Topic.TRUCK_VERDICTS.topicName())) {
                into.take(Json.read(TruckVerdict.class, each.value()));
                verdicts++;
            } else {
                dead.merge(each.topic(), 1, Integer::sum);
            }
        }
        return verdicts;
    }

    Map<String, Integer> dead() {
        return dead;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}

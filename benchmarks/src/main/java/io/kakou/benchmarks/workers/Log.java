package io.kakou.benchmarks.workers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.Claim;
import io.kakou.events.Health;
import io.kakou.events.LearnedMemory;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Follows what workers say on the log: health, claims, memories. */
final class Log implements AutoCloseable {
    private final Map<String, Object> clients;
    private final Spells spells = new Spells();
    private final Map<Integer, String> claims = new ConcurrentHashMap<>();
    private final Map<String, LearnedMemory> memories = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::run, "workers-log");

    Log(Map<String, String> service) {
        this.clients = Map.copyOf(service);
        this.consumer = new KafkaConsumer<>(clients, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread.setDaemon(true);
    }

    void start() {
        List<TopicPartition> all = new ArrayList<>();
        for (Topic topic : List.of(Topic.HEALTH, Topic.MEMORY)) {
            consumer.partitionsFor(topic.topicName())
                    .forEach(info -> all.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
        thread.start();
    }

    Spells spells() {
        return spells;
    }

    /** Whose each partition is. */
    Map<Integer, String> claims() {
        return Map.copyOf(claims);
    }

    /** The newest memories, by key. */
    Map<String, LearnedMemory> memories() {
        return Map.copyOf(memories);
    }

    /** Writes records; returns when the log has them. */
    void write(List<ProducerRecord<byte[], byte[]>> records) throws IOException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put("linger.ms", 20);
        // A new topic may refuse the first record and take the second: then the first could never follow.
        settings.put("max.in.flight.requests.per.connection", 1);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the log does not take the cameras: " + e.getMessage(), e);
        }
    }

    private void run() {
        try {
            while (true) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::take);
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            String key = new String(record.key(), UTF_8);
            if (record.topic().equals(Topic.HEALTH.topicName())) {
                spells.take(Json.read(Health.class, record.value()));
            } else if (key.equals(Claim.KEY)) {
                claims.put(
                        record.partition(),
                        Json.read(Claim.class, record.value()).worker());
            } else if (record.value() != null) {
                memories.merge(key, Json.read(LearnedMemory.class, record.value()), (a, b) -> b.isNewerThan(a) ? b : a);
            }
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a worker wrote what cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

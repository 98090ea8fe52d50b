package io.kakou.app.workers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.Claim;
import io.kakou.events.LearnedMemory;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads partitions of the topic {@code memory} from their beginning up to a claim. One thread. */
final class MemoryReader {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final double LONGEST_SECONDS = 60;

    private final Map<String, LearnedMemory> newest = new HashMap<>();
    /** The newest claim read of each partition. */
    private final Map<Integer, Long> fences = new HashMap<>();

    /**
     * What lies there, by key.
     *
     * @param upTo the offset of a claim, by partition
     * @throws KafkaException where it cannot be read, or not within a minute
     */
    Map<String, LearnedMemory> read(Map<String, Object> clients, Map<Integer, Long> upTo) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        upTo.forEach((part, offset) -> ends.put(new TopicPartition(Topic.MEMORY.topicName(), part), offset));
        try (KafkaConsumer<byte[], byte[]> reading = open(clients)) {
            reading.assign(List.copyOf(ends.keySet()));
            reading.seekToBeginning(ends.keySet());
            long began = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> reading.position(end.getKey()) <= end.getValue())) {
                reading.poll(POLL).forEach(this::take);
                if (System.nanoTime() - began > LONGEST_SECONDS * 1e9) {
                    throw new KafkaException("memories are not read within " + LONGEST_SECONDS + " s");
                }
            }
        }
        return known();
    }

    Map<String, LearnedMemory> known() {
        return Map.copyOf(newest);
    }

    /** A worker that stood still may have written behind the claim of the next: that is not used. */
    void take(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), UTF_8);
        if (key.equals(Claim.KEY)) {
            fences.put(record.partition(), Claim.generation(record.offset()));
        } else if (record.value() == null) {
            newest.remove(key);
        } else {
            learn(key, record);
        }
    }

    private void learn(String key, ConsumerRecord<byte[], byte[]> record) {
        try {
            LearnedMemory memory = Json.read(LearnedMemory.class, record.value());
            LearnedMemory before = newest.get(key);
            boolean current = memory.generation() >= fences.getOrDefault(record.partition(), 0L);
            if (current && (before == null || memory.isNewerThan(before))) {
                newest.put(key, memory);
            }
        } catch (UnreadableRecord e) {
            LOG.warn("the memory {} is not used: {}", key, e.reason());
        }
    }

    private static KafkaConsumer<byte[], byte[]> open(Map<String, Object> clients) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put("client.id", "analysis-memory");
        settings.put("enable.auto.commit", false);
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("request.timeout.ms", 5_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}

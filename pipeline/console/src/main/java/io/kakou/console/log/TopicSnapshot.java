package io.kakou.console.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a compacted topic says of each key now. */
public final class TopicSnapshot {
    private static final Duration POLL = Duration.ofMillis(200);

    /** A broker that goes away in the middle is found by this many polls that bring nothing. */
    private static final int MOST_EMPTY_POLLS = 50;

    private final Map<String, String> clients;

    /** @param clients what every client of the log is made with, under Kafka's names */
    public TopicSnapshot(Map<String, String> clients) {
        this.clients = Map.copyOf(clients);
    }

    /**
     * Reads the topic from its beginning to what is its end now.
     *
     * @throws KafkaException where the log is away, or the topic is not there
     */
    public Map<String, byte[]> read(Topic topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = open(topic)) {
            List<TopicPartition> parts = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            return read(consumer, consumer.endOffsets(parts));
        }
    }

    private static Map<String, byte[]> read(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<String, byte[]> newest = new HashMap<>();
        int empty = 0;
        while (ends.entrySet().stream().anyMatch(part -> consumer.position(part.getKey()) < part.getValue())) {
            ConsumerRecords<byte[], byte[]> some = consumer.poll(POLL);
            some.forEach(record -> take(record, newest));
            empty = some.isEmpty() ? empty + 1 : 0;
            if (empty > MOST_EMPTY_POLLS) {
                throw new KafkaException("nothing comes any more");
            }
        }
        return newest;
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Map<String, byte[]> newest) {
        String key = new String(record.key(), UTF_8);
        if (record.value() == null) {
            newest.remove(key);
        } else {
            newest.put(key, record.value());
        }
    }

    private KafkaConsumer<byte[], byte[]> open(Topic topic) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "console-compare-" + topic.topicName());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}

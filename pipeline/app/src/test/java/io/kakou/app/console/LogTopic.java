package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.app.services.LogService;
import io.kakou.events.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** One topic of the log, from its beginning, with a time limit. */
final class LogTopic implements AutoCloseable {
    private static final long LONGEST_NANOS = Duration.ofSeconds(30).toNanos();

    private final KafkaConsumer<byte[], byte[]> consumer;
    /** What came together with a record that was waited for. */
    private final Queue<ConsumerRecord<byte[], byte[]>> unread = new ArrayDeque<>();

    LogTopic(LogService log, Topic topic) {
        this(log.clients(), topic);
    }

    LogTopic(Map<String, ?> clients, Topic topic) {
        consumer = new KafkaConsumer<>(Map.copyOf(clients), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> parts = consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(parts);
        consumer.seekToBeginning(parts);
    }

    byte[] await(Predicate<String> wanted) {
        return record(read -> read.value() != null && wanted.test(new String(read.value(), UTF_8)))
                .value();
    }

    void awaitRemoval(String key) {
        record(read -> read.value() == null && new String(read.key(), UTF_8).equals(key));
    }

    private ConsumerRecord<byte[], byte[]> record(Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < LONGEST_NANOS) {
            if (unread.isEmpty()) {
                consumer.poll(Duration.ofMillis(100)).forEach(unread::add);
            }
            for (ConsumerRecord<byte[], byte[]> next = unread.poll(); next != null; next = unread.poll()) {
                if (wanted.test(next)) {
                    return next;
                }
            }
        }
        throw new AssertionError("not on the log within 30 s");
    }

    @Override
    public void close() {
        consumer.close();
    }
}

package io.kakou.benchmarks.rooms;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kakou.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads incidents along, and notes when each alert is in one. It looks at nothing but the key and two places in the text:
 * reading all of it would take the cores that are measured. All of it is read afterwards, see {@link Verdict}.
 */
final class Listener implements AutoCloseable {
    private static final byte[] COUNT = "\"alertCount\":".getBytes(US_ASCII);
    private static final byte[] OVERDUE = "\"OVERDUE".getBytes(US_ASCII);
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Batch> batches = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "incidents");

    Listener(Map<String, String> clients) {
        consumer = new KafkaConsumer<>(Map.copyOf(clients), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        thread.setDaemon(true);
    }

    void start() {
        List<TopicPartition> parts = consumer.partitionsFor(Topic.INCIDENTS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(parts);
        consumer.seekToEnd(parts);
        parts.forEach(consumer::position);
        thread.start();
    }

    void follow(Batch batch) {
        batches.add(batch);
    }

    private void run() {
        try {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    hear(record);
                }
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    private void hear(ConsumerRecord<byte[], byte[]> record) {
        int event = event(record.key());
        for (Batch batch : batches) {
            if (event >= 0 && batch.holds(event)) {
                batch.heard(event, count(record.value()), System.nanoTime());
                if (find(record.value(), OVERDUE) >= 0) {
                    batch.heardOverdue(event, System.currentTimeMillis());
                }
            }
        }
    }

    /** The number in {@code c17~…}; -1: none of ours. */
    private static int event(byte[] key) {
        int number = 0;
        if (key.length == 0 || key[0] != 'c') {
            return -1;
        }
        for (int i = 1; i < key.length && key[i] >= '0' && key[i] <= '9'; i++) {
            number = number * 10 + key[i] - '0';
        }
        return number;
    }

    private static long count(byte[] value) {
        int at = find(value, COUNT);
        long number = 0;
        for (int i = at + COUNT.length; at >= 0 && i < value.length && value[i] >= '0' && value[i] <= '9'; i++) {
            number = number * 10 + value[i] - '0';
        }
        return number;
    }

    private static int find(byte[] value, byte[] wanted) {
        for (int i = 0; i <= value.length - wanted.length; i++) {
            int j = 0;
            while (j < wanted.length && value[i + j] == wanted[j]) {
                j++;
            }
            if (j == wanted.length) {
                return i;
            }
        }
        return -1;
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

package io.kakou.console.log;

import io.kakou.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one topic on its own thread, for ever; where the log or the sink is away it tries again each second. */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, String> clients;
    private final Topic topic;
    private final Sink sink;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /** Takes what was read. A sink that throws is given the same again, from the positions it then names. */
    public interface Sink {
        /** The next offset to be read of each part; from the beginning where a part is not named. */
        Map<Integer, Long> positions();

        /**
         * Records in the order of each part.
         *
         * @param next the positions after them
         */
        void take(List<Entry> entries, Map<Integer, Long> next);
    }

    /**
     * A record on the log.
     *
     * @param value null where the key is no more
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way; nobody compares them.
    public record Entry(byte @Nullable [] key, byte @Nullable [] value) {}

    /** @param clients what every client of the log is made with, under Kafka's names */
    public TopicReader(Map<String, String> clients, Topic topic, Sink sink) {
        this.clients = Map.copyOf(clients);
        this.topic = topic;
        this.sink = sink;
        this.thread = new Thread(this::run, "read:" + topic.topicName());
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        stopped.countDown();
        KafkaConsumer<byte[], byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean going = true;
        while (going) {
            try (KafkaConsumer<byte[], byte[]> reading = open()) {
                consumer = reading;
                read(reading);
            } catch (WakeupException e) {
                LOG.debug("the reader of {} was told to stop", topic);
            } catch (RuntimeException e) {
                LOG.warn("{} cannot be read, trying again: {}", topic.topicName(), e.getMessage());
            } finally {
                consumer = null;
            }
            going = pause();
        }
    }

    private boolean pause() {
        try {
            return !stopped.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> reading) {
        List<TopicPartition> parts = reading.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (parts.isEmpty()) {
            throw new KafkaException("it is not there");
        }
        Map<Integer, Long> next = new HashMap<>(sink.positions());
        reading.assign(parts);
        reading.seekToBeginning(parts);
        for (TopicPartition part : parts) {
            Long position = next.get(part.partition());
            if (position != null) {
                reading.seek(part, position);
            }
        }
        while (stopped.getCount() > 0) {
            List<Entry> entries = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : reading.poll(POLL)) {
                entries.add(new Entry(record.key(), record.value()));
                next.put(record.partition(), record.offset() + 1);
            }
            if (!entries.isEmpty()) {
                sink.take(entries, Map.copyOf(next));
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.putAll(Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG, "console-" + topic.topicName(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}

package io.kakou.app.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic {@code registry}, or another that is as small, all of it in every process: first to its end, then on as it changes. A thread of its
 * own; tries for ever.
 */
public final class RegistryTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_SECONDS = 2;

    private final Map<String, Object> clients;
    private final Topic topic;
    private final String prefix;
    private final Listener listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /** Hears of the registry on the reader's thread; returns soon. */
    public interface Listener {
        /** All there is, by key, once the topic was read to its end; and again after the log was away. */
        void all(Map<String, byte[]> values);

        /** A key has another value, or is no more where it is null. */
        void changed(String key, byte @Nullable [] value);
    }

    /**
     * A reader that does not read yet.
     *
     * @param clients how to reach the log
     * @param prefix of the keys that are listened to
     */
    public RegistryTopic(Map<String, Object> clients, String prefix, Listener listener) {
        this(clients, Topic.REGISTRY, prefix, listener);
    }

    /**
     * The same of another compacted topic that every process needs whole.
     *
     * @param prefix of the keys that are listened to; empty: all
     */
    public RegistryTopic(Map<String, Object> clients, Topic topic, String prefix, Listener listener) {
        this.clients = Map.copyOf(clients);
        this.topic = topic;
        this.thread = new Thread(this::run, topic.topicName());
        this.prefix = prefix;
        this.listener = listener;
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        synchronized (this) {
            closing.countDown();
            if (consumer != null) {
                consumer.wakeup();
            }
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                read();
                boolean unused = closing.await(RETRY_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            LOG.debug("the reader of {} was told to stop", topic.topicName());
        }
    }

    private void read() {
        try (KafkaConsumer<byte[], byte[]> reading = opened()) {
            List<TopicPartition> all = reading.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            if (all.isEmpty()) {
                throw new KafkaException("the topic is not there yet");
            }
            reading.assign(all);
            reading.seekToBeginning(all);
            listener.all(toTheEnd(reading, reading.endOffsets(all)));
            while (closing.getCount() > 0) {
                reading.poll(POLL).forEach(this::tell);
            }
        } catch (WakeupException e) {
            LOG.debug("the reader of {} was woken to stop", topic.topicName());
        } catch (KafkaException e) {
            LOG.warn("{} cannot be read and is tried again: {}", topic.topicName(), e.getMessage());
        } finally {
            forget();
        }
    }

    private Map<String, byte[]> toTheEnd(KafkaConsumer<byte[], byte[]> reading, Map<TopicPartition, Long> end) {
        Map<String, byte[]> values = new HashMap<>();
        while (end.entrySet().stream().anyMatch(each -> reading.position(each.getKey()) < each.getValue())) {
            reading.poll(POLL).forEach(record -> {
                values.remove(key(record));
                if (record.value() != null && key(record).startsWith(prefix)) {
                    values.put(key(record), record.value());
                }
            });
        }
        return values;
    }

    private void tell(ConsumerRecord<byte[], byte[]> record) {
        if (key(record).startsWith(prefix)) {
            listener.changed(key(record), record.value());
        }
    }

    private synchronized KafkaConsumer<byte[], byte[]> opened() {
        if (closing.getCount() == 0) {
            throw new WakeupException();
        }
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put("client.id", "analysis-" + topic.topicName());
        settings.put("enable.auto.commit", false);
        // An embedded log that restarts is back in seconds, and a brake is in force within five.
        settings.put("reconnect.backoff.max.ms", 1_000);
        KafkaConsumer<byte[], byte[]> fresh =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer = fresh;
        return fresh;
    }

    private synchronized void forget() {
        consumer = null;
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }
}

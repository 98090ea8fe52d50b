package io.kakou.app.cameras;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.Camera;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
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

/** Reads the topic {@code cameras}: first to its end, then on as it changes. A thread of its own; tries for ever. */
public final class CameraTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CameraTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_SECONDS = 2;

    private final Map<String, Object> clients;
    private final Listener listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "cameras");
    private final Map<String, Camera> known = new HashMap<>();
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /** Hears of cameras on the reader's thread; returns soon. */
    public interface Listener {
        /** All cameras there are, once the topic was read to its end; and again after the log was away. */
        void all(Map<String, Camera> cameras);

        /** A camera is new or has changed, or is removed where {@code camera} is null. */
        void changed(String id, @Nullable Camera camera);
    }

    /** @param clients how to reach the log */
    public CameraTopic(Map<String, Object> clients, Listener listener) {
        this.clients = Map.copyOf(clients);
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
            LOG.debug("the reader of cameras was told to stop");
        }
    }

    private void read() {
        try (KafkaConsumer<byte[], byte[]> reading = opened()) {
            List<TopicPartition> all = reading.partitionsFor(Topic.CAMERAS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            if (all.isEmpty()) {
                throw new KafkaException("the topic is not there yet");
            }
            reading.assign(all);
            reading.seekToBeginning(all);
            Map<TopicPartition, Long> end = reading.endOffsets(all);
            known.clear();
            while (end.entrySet().stream().anyMatch(each -> reading.position(each.getKey()) < each.getValue())) {
                reading.poll(POLL).forEach(this::learn);
            }
            listener.all(Map.copyOf(known));
            while (closing.getCount() > 0) {
                reading.poll(POLL).forEach(record -> listener.changed(key(record), learn(record)));
            }
        } catch (WakeupException e) {
            LOG.debug("the reader of cameras was woken to stop");
        } catch (KafkaException e) {
            LOG.warn("cameras cannot be read and are tried again: {}", e.getMessage());
        } finally {
            forget();
        }
    }

    private synchronized KafkaConsumer<byte[], byte[]> opened() {
        if (closing.getCount() == 0) {
            throw new WakeupException();
        }
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put("client.id", "analysis-cameras");
        settings.put("enable.auto.commit", false);
        KafkaConsumer<byte[], byte[]> fresh =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer = fresh;
        return fresh;
    }

    private synchronized void forget() {
        consumer = null;
    }

    private @Nullable Camera learn(ConsumerRecord<byte[], byte[]> record) {
        String id = key(record);
        if (record.value() == null) {
            known.remove(id);
            return null;
        }
        try {
            Camera camera = Json.read(Camera.class, record.value());
            known.put(id, camera);
            return camera;
        } catch (UnreadableRecord e) {
            LOG.error("camera {} stays as it was: {}", id, e.getMessage());
            return known.get(id);
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }
}

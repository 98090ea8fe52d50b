package io.kakou.benchmarks.watch;

import io.kakou.analysis.flow.Ending;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The alerts that are raised from now on, with the time at which they can be read. */
final class Alerts implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::read, "alerts");
    private final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();

    /**
     * One.
     *
     * @param atSeconds of the epoch, when a reader had it
     */
    record Arrived(Alert alert, double atSeconds) {
        double onsetSeconds() {
            return alert.onset().toEpochMilli() / 1000.0;
        }
    }

    Alerts(Map<String, Object> clients) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put("client.id", "bench-watch");
        settings.put("enable.auto.commit", false);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = consumer.partitionsFor(Topic.ALERTS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position); // seeks now
        thread.setDaemon(true);
        thread.start();
    }

    List<Arrived> soFar() {
        return List.copyOf(arrived);
    }

    private void read() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(record -> keep(record.value()));
            }
        } catch (WakeupException e) {
            // told to stop
        } finally {
            consumer.close();
        }
    }

    private void keep(byte[] value) {
        double now = System.currentTimeMillis() / 1000.0;
        try {
            Alert alert = Json.read(Alert.class, value);
            if (alert.phase() == AlertPhase.RAISED) {
                arrived.add(new Arrived(alert, now));
            }
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("an alert of our own cannot be read", e);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        Ending.await(thread);
    }
}

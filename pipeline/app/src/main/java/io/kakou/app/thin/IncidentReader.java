package io.kakou.app.thin;

import io.kakou.events.Incident;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads incidents off the log from its beginning, on a thread of its own. */
final class IncidentReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<Incident> listener;
    private final Thread thread = new Thread(this::run, "incidents");

    /** A reader that has not begun; {@code listener} is called on its thread. */
    IncidentReader(Map<String, String> clients, Consumer<Incident> listener) {
        this.listener = listener;
        Map<String, Object> settings = new HashMap<>(clients);
        settings.putAll(Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG, "console",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"));
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void start() {
        thread.start();
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

    private void run() {
        try (consumer) {
            List<TopicPartition> all = consumer.partitionsFor(Topic.INCIDENTS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(this::tell);
            }
        } catch (WakeupException e) {
            LOG.debug("the reader of incidents was told to stop");
        }
    }

    private void tell(ConsumerRecord<byte[], byte[]> read) {
        try {
            listener.accept(Json.read(Incident.class, read.value()));
        } catch (UnreadableRecord e) {
            LOG.error("incident at {}: {}", read.offset(), e.getMessage());
        }
    }
}

package io.kakou.app.thin;

import io.kakou.events.Alert;
import io.kakou.events.Area;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes records to the log, each acknowledged by it. */
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    private final KafkaProducer<byte[], byte[]> producer;

    LogWriter(Map<String, String> clients) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.putAll(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG, "analysis",
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
                // A new topic may refuse the first record and take the second: then the first could never follow.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1",
                ProducerConfig.LINGER_MS_CONFIG, "0"));
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void write(Area area) {
        write(Topic.REGISTRY, area.key(), area);
    }

    void write(Alert alert) {
        write(Topic.ALERTS, alert.camera(), alert);
    }

    /** Returns when all that was written is on the log. */
    void flush() {
        producer.flush();
    }

    private void write(Topic topic, String key, Record value) {
        byte[] id = key.getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(new ProducerRecord<>(topic.topicName(), id, Json.write(value)), (where, failure) -> {
            if (failure != null) {
                LOG.error("{} of {} is not on the log: {}", topic.topicName(), key, failure.getMessage());
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}

package io.kakou.console.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes to Kafka. One thread calls it. */
public final class LogPublisher implements Publisher {
    private static final int LONGEST_SECONDS = 30;

    private final Map<String, String> clients;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /**
     * A publisher that connects with its first record.
     *
     * @param clients what every client of the log is made with, under Kafka's names
     */
    public LogPublisher(Map<String, String> clients) {
        this.clients = Map.copyOf(clients);
    }

    @Override
    public void publish(List<OutboxRow> rows) throws PublishFailure {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            for (OutboxRow row : rows) {
                byte @Nullable [] value = row.value().length == 0 ? null : row.value();
                sent.add(producer()
                        .send(new ProducerRecord<>(row.topic(), row.key().getBytes(UTF_8), value)));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishFailure("interrupted", e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new PublishFailure("the log does not acknowledge: " + e.getMessage(), e);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(clients);
            settings.putAll(Map.of(
                    ProducerConfig.CLIENT_ID_CONFIG, "console-outbox",
                    ProducerConfig.ACKS_CONFIG, "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
                    // A new topic may refuse the first record and take the second: then the first could never follow.
                    ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1",
                    ProducerConfig.LINGER_MS_CONFIG, "0",
                    ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000",
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000",
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "20000"));
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
            producer = null;
        }
    }
}

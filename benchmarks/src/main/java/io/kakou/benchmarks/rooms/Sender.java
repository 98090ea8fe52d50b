package io.kakou.benchmarks.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.benchmarks.process.Pause;
import io.kakou.events.Alert;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts alerts on the log at an even rate, as analysis does: one by one, each waiting for nobody. */
final class Sender implements AutoCloseable {
    private static final double TICK_SECONDS = 0.001;

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

    Sender(Map<String, String> clients) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put("linger.ms", 0);
        // As analysis has it: what comes while one request is under way goes with the next, and to disk together.
        settings.put("max.in.flight.requests.per.connection", 1);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Puts a record there; returns when it is. */
    void write(Topic topic, String key, Record value) throws IOException, InterruptedException {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), Json.write(value)))
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("the log does not take it: " + e.getCause(), e);
        }
    }

    /**
     * Sends all of a batch; returns when the log has it.
     *
     * @param everySecond is told so once a second, with the seconds so far
     */
    void send(Batch batch, double perSecond, IntConsumer everySecond) throws IOException, InterruptedException {
        long began = System.nanoTime();
        int told = 0;
        for (int place = 0; place < batch.alerts(); ) {
            double seconds = (System.nanoTime() - began) / 1e9;
            int due = (int) Math.min(batch.alerts(), seconds * perSecond + 1);
            for (; place < due; place++) {
                put(batch.take(place, Instant.now()));
            }
            if (seconds >= told + 1) {
                everySecond.accept(++told);
            }
            Pause.seconds(TICK_SECONDS);
        }
        producer.flush();
        Exception failure = refused.get();
        if (failure != null) {
            throw new IOException("the log does not take an alert: " + failure, failure);
        }
    }

    private void put(Alert alert) {
        var unused = producer.send(
                new ProducerRecord<>(Topic.ALERTS.topicName(), alert.camera().getBytes(UTF_8), Json.write(alert)),
                (where, failure) -> {
                    if (failure != null) {
                        refused.compareAndSet(null, failure);
                    }
                });
    }

    @Override
    public void close() {
        producer.close();
    }
}

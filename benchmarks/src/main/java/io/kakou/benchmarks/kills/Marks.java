package io.kakou.benchmarks.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.Alert;
import io.kakou.events.ClockProfile;
import io.kakou.events.Incident;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** An alert by which a recovery is known: it is sent after the kill, by a client that was not there before. */
final class Marks implements AutoCloseable {
    private static final int LONGEST_MILLIS = 300_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String camera = "mark-" + System.nanoTime();

    Marks(Map<String, String> clients) {
        Map<String, Object> settings = new HashMap<>(clients);
        // A broker that has just been killed may be a minute in coming back on a busy machine.
        settings.put("max.block.ms", LONGEST_MILLIS);
        settings.put("delivery.timeout.ms", LONGEST_MILLIS);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void register(ClockProfile profile) throws IOException, InterruptedException {
        send(Topic.REGISTRY, profile.key(), profile);
    }

    /** The incident's id; returns when the log has the alert. */
    String send() throws IOException, InterruptedException {
        Alert alert = LiftAlert.raised(cause(), "mark", camera);
        send(Topic.ALERTS, camera, alert);
        return Incident.id(camera + "~EBIKE_IN_LIFT", alert.onset(), alert.id());
    }

    /** Of the incident's first transition. */
    String cause() {
        return camera + "-0";
    }

    private void send(Topic topic, String key, Record value) throws IOException, InterruptedException {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), Json.write(value)))
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("the log does not take it: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

package io.kakou.benchmarks.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.benchmarks.process.Pause;
import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Alert;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Alerts at an even rate, three of each event, and a room that accepts, dispatches and so on whatever it reads. Both wait for
 * a broker that is away as long as it takes.
 */
final class Town implements AutoCloseable {
    private static final int ALERTS_EACH = 3;
    private static final double TICK_SECONDS = 0.005;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String LONGEST_MILLIS = "600000";

    private final Books books = new Books();
    private final double perSecond;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Set<String> acted = ConcurrentHashMap.newKeySet();
    private final Thread alerts = new Thread(this::tell, "alerts");
    private final Thread room = new Thread(this::act, "room");
    private volatile boolean quiet;
    private volatile boolean ended;
    private volatile @Nullable Exception trouble;

    Town(Map<String, String> clients, double perSecond) {
        this.perSecond = perSecond;
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put("delivery.timeout.ms", LONGEST_MILLIS);
        settings.put("max.block.ms", LONGEST_MILLIS);
        settings.put("linger.ms", 0);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(Map.copyOf(clients), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void start() {
        List<TopicPartition> parts = consumer.partitionsFor(Topic.INCIDENTS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(parts);
        consumer.seekToBeginning(parts);
        alerts.start();
        room.start();
    }

    Books books() {
        return books;
    }

    /** What broke, or null. */
    @Nullable
    Exception trouble() {
        return trouble;
    }

    /** Nothing more happens; returns when the log has what did. */
    void rest() throws InterruptedException {
        quiet = true;
        alerts.join();
        producer.flush();
    }

    private void tell() {
        long began = System.nanoTime();
        try {
            for (int place = 0; !quiet; place++) {
                alert(place);
                double due = (place + 1) / perSecond;
                while (!quiet && (System.nanoTime() - began) / 1e9 < due) {
                    Pause.seconds(TICK_SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            trouble = e;
        }
    }

    /** The second and third alert of an event come seconds after the first, among others. */
    private void alert(int place) {
        int mixed = (int) Math.max(1, perSecond * 2);
        int block = place / (mixed * ALERTS_EACH);
        int within = place % (mixed * ALERTS_EACH);
        String camera = "c" + (block * mixed + within % mixed);
        Alert alert = LiftAlert.raised(camera + "-" + within / mixed, "generated", camera);
        send(Topic.ALERTS, camera, alert, alert.id());
    }

    private void act() {
        try {
            while (!ended) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Incident incident = Json.read(Incident.class, record.value());
                    books.take(incident);
                    next(incident).ifPresent(kind -> act(incident, kind));
                }
            }
        } catch (UnreadableRecord | RuntimeException e) {
            trouble = e;
        } finally {
            consumer.close();
        }
    }

    /** Nobody closes before all its alerts are in: later ones would open another. */
    private static Optional<ActionKind> next(Incident incident) {
        return switch (incident.state()) {
            case REPORTED -> Optional.of(ActionKind.ACCEPT);
            case ACCEPTED -> Optional.of(ActionKind.DISPATCH);
            case DISPATCHED -> Optional.of(ActionKind.ARRIVE);
            default -> closing(incident);
        };
    }

    private static Optional<ActionKind> closing(Incident incident) {
        return incident.state() == IncidentState.ON_SITE && incident.alertCount() == ALERTS_EACH
                ? Optional.of(ActionKind.CLOSE)
                : Optional.empty();
    }

    private void act(Incident incident, ActionKind kind) {
        String id = incident.camera() + "-" + kind;
        if (quiet || !acted.add(id)) {
            return;
        }
        String unit = kind == ActionKind.DISPATCH ? "patrol-2" : null;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Action action = new Action(id, incident.id(), kind, "bench", now, incident.version(), unit, null, null, null);
        send(Topic.ACTIONS, incident.id(), action, id);
    }

    private void send(Topic topic, String key, Record value, String cause) {
        var unused = producer.send(
                new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), Json.write(value)), (where, failure) -> {
                    if (failure == null) {
                        books.acknowledge(cause);
                    } else {
                        trouble = failure;
                    }
                });
    }

    @Override
    public void close() {
        quiet = true;
        ended = true;
        try {
            alerts.join();
            room.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(5));
    }
}

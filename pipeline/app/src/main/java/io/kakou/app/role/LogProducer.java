package io.kakou.app.role;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.alertlog.AlertSink;
import io.kakou.analysis.alertlog.SpooledAlert;
import io.kakou.events.Finding;
import io.kakou.events.Health;
import io.kakou.events.LiftState;
import io.kakou.events.PersonSighting;
import io.kakou.events.Sighting;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the log: alerts until it has them, sightings for some minutes, health as it can. */
final class LogProducer implements AlertSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogProducer.class);
    /** Past this a batch is offered again by whoever keeps it. */
    private static final int DELIVERY_MILLIS = 10_000;

    /** Sightings wait so long for a log that is away. */
    private static final int SIGHTINGS_MILLIS = 10 * 60_000;

    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Map<String, Object> clients;
    private @Nullable KafkaProducer<byte[], byte[]> alerts;
    /** On its own, so that health that piles up while the log is away holds no alert up. */
    private @Nullable KafkaProducer<byte[], byte[]> health;

    /** On its own: hundreds of vehicles wait here while the log is away. */
    private @Nullable KafkaProducer<byte[], byte[]> sightings;

    /** Whoever sees must not wait for the log. */
    private final ThreadPoolExecutor telling =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(4096), LogProducer::thread);

    private final AtomicLong sightingsLost = new AtomicLong();
    private boolean closed;

    LogProducer(Map<String, Object> clients) {
        this.clients = Map.copyOf(clients);
    }

    /** Made with the first record: a broker's name that cannot be resolved yet must stop nothing else. */
    private synchronized KafkaProducer<byte[], byte[]> alerts() {
        if (alerts == null) {
            alerts = producer(Map.of("client.id", "analysis-alerts", "max.block.ms", DELIVERY_MILLIS));
        }
        return alerts;
    }

    private synchronized KafkaProducer<byte[], byte[]> health() {
        if (health == null) {
            health = producer(Map.of("client.id", "analysis-health", "max.block.ms", 200, "buffer.memory", 1 << 20));
        }
        return health;
    }

    private synchronized KafkaProducer<byte[], byte[]> sightings() {
        if (sightings == null) {
            sightings = producer(Map.of(
                    "client.id",
                    "analysis-sightings",
                    "max.block.ms",
                    DELIVERY_MILLIS,
                    "buffer.memory",
                    8 << 20,
                    "delivery.timeout.ms",
                    SIGHTINGS_MILLIS));
        }
        return sightings;
    }

    @Override
    public void publish(List<SpooledAlert> spooled) throws IOException, InterruptedException {
        try {
            for (List<SpooledAlert> round : rounds(spooled)) {
                send(round);
            }
        } catch (InterruptException e) {
            Thread.interrupted();
            throw new InterruptedException(e.getMessage());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new IOException("the log does not take alerts: " + e.getMessage(), e);
        }
    }

    /**
     * At most one alert of each camera in a round, which is on the log before the next is sent: of two that wait for a log
     * that is away the first may be given up while the second gets through, and a release would come before its beginning.
     */
    static List<List<SpooledAlert>> rounds(List<SpooledAlert> spooled) {
        List<List<SpooledAlert>> rounds = new ArrayList<>();
        Map<String, Integer> nextOf = new HashMap<>();
        for (SpooledAlert alert : spooled) {
            int round = nextOf.merge(alert.camera(), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(alert);
        }
        return rounds;
    }

    private void send(List<SpooledAlert> round) throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (SpooledAlert alert : round) {
            byte[] key = alert.camera().getBytes(UTF_8);
            sent.add(alerts().send(new ProducerRecord<>(Topic.ALERTS.topicName(), key, alert.json())));
        }
        for (Future<RecordMetadata> each : sent) {
            each.get(2L * DELIVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void publish(Health now) {
        try {
            var unused = health().send(new ProducerRecord<>(
                    Topic.HEALTH.topicName(), now.camera().getBytes(UTF_8), Json.write(now)));
        } catch (KafkaException e) {
            // It is told again within seconds, newer.
            LOG.debug("health of {} is not on the log: {}", now.camera(), e.getMessage());
        }
    }

    /** As health: it is told again within a minute. Not on the caller's thread, which holds doors. */
    void publish(LiftState now) {
        try {
            telling.execute(() -> send(now));
        } catch (RejectedExecutionException e) {
            LOG.debug("the state of lift {} is not on the log: {}", now.lift(), e.getMessage());
        }
    }

    private void send(LiftState now) {
        try {
            var unused = health().send(new ProducerRecord<>(
                    Topic.LIFTS.topicName(), now.lift().getBytes(UTF_8), Json.write(now)));
        } catch (KafkaException e) {
            LOG.debug("the state of lift {} is not on the log: {}", now.lift(), e.getMessage());
        }
    }

    /** Never blocks: past ten minutes without the log, or past some thousands of them, the sighting is lost, and counted. */
    void publish(Sighting seen) {
        tell(Topic.SIGHTINGS, seen.camera(), seen);
    }

    /** Likewise of a person. */
    void publish(PersonSighting seen) {
        tell(Topic.SIGHTINGS, seen.camera(), seen);
    }

    /** Likewise of what came of a search. */
    void publish(Finding finding) {
        tell(Topic.FINDINGS, finding.search(), finding);
    }

    private void tell(Topic topic, String key, Record seen) {
        try {
            telling.execute(() -> send(topic, key, seen));
        } catch (RejectedExecutionException e) {
            lost(e);
        }
    }

    private void send(Topic topic, String key, Record seen) {
        try {
            var unused = sightings()
                    .send(
                            new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), Json.write(seen)),
                            (at, failed) -> lost(failed));
        } catch (KafkaException e) {
            lost(e);
        }
    }

    private static Thread thread(Runnable telling) {
        Thread thread = new Thread(telling, "sightings");
        thread.setDaemon(true);
        return thread;
    }

    private void lost(@Nullable Exception why) {
        if (why != null) {
            LOG.warn("{} sightings did not reach the log: {}", sightingsLost.incrementAndGet(), why.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        telling.shutdown();
        if (sightings != null) {
            sightings.close(CLOSE);
        }
        if (alerts != null) {
            alerts.close(CLOSE);
        }
        if (health != null) {
            health.close(CLOSE);
        }
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> own) {
        if (closed) {
            throw new KafkaException("it is closed");
        }
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        // A new topic may refuse the first record and take the second: then the first could never follow.
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("linger.ms", 0);
        settings.put("request.timeout.ms", DELIVERY_MILLIS / 2);
        settings.put("delivery.timeout.ms", DELIVERY_MILLIS);
        settings.put("reconnect.backoff.max.ms", 1000);
        settings.putAll(own);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}

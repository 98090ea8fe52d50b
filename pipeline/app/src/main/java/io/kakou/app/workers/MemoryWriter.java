package io.kakou.app.workers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.Claim;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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

/** Writes to the topic {@code memory}. Safe for many threads. */
final class MemoryWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryWriter.class);
    private static final int DELIVERY_MILLIS = 5_000;
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Map<String, Object> clients;
    private final AtomicLong lost = new AtomicLong();
    private @Nullable KafkaProducer<byte[], byte[]> producer;
    private boolean closed;

    MemoryWriter(Map<String, Object> clients) {
        this.clients = Map.copyOf(clients);
    }

    /** As soon as it can be; what does not reach the log is counted and is there again in five minutes. */
    void write(int partition, String key, byte @Nullable [] value) {
        // A camera's thread is stopped by an interrupt, which must not take its last word along.
        boolean interrupted = Thread.interrupted();
        try {
            var unused = producer().send(record(partition, key, value), (at, failed) -> failed(key, failed));
        } catch (KafkaException e) {
            failed(key, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Claims partitions.
     *
     * @return the offset of each claim, once the log has them all
     * @throws KafkaException where it does not
     */
    Map<Integer, Long> claim(Set<Integer> partitions, Claim claim) throws InterruptedException {
        byte[] value = Json.write(claim);
        Map<Integer, Future<RecordMetadata>> sent = new HashMap<>();
        try {
            // One wait where the topic is not there yet, instead of one for each partition.
            int there = producer().partitionsFor(Topic.MEMORY.topicName()).size();
            if (there != Partitions.COUNT) {
                throw new KafkaException("the topic memory has " + there + " partitions; allowed: " + Partitions.COUNT);
            }
            for (int each : partitions) {
                sent.put(each, producer().send(record(each, Claim.KEY, value)));
            }
            Map<Integer, Long> offsets = new HashMap<>();
            for (Map.Entry<Integer, Future<RecordMetadata>> each : sent.entrySet()) {
                offsets.put(
                        each.getKey(),
                        each.getValue()
                                .get(2L * DELIVERY_MILLIS, TimeUnit.MILLISECONDS)
                                .offset());
            }
            return offsets;
        } catch (InterruptException e) {
            throw new InterruptedException(e.getMessage());
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the log takes no claim: " + e.getMessage(), e);
        }
    }

    /** Returns when all that was written is on the log, or is lost. */
    void flush() {
        KafkaProducer<byte[], byte[]> there;
        synchronized (this) {
            there = producer;
        }
        if (there != null) {
            there.flush();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (producer != null) {
            producer.close(CLOSE);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(int partition, String key, byte @Nullable [] value) {
        return new ProducerRecord<>(Topic.MEMORY.topicName(), partition, key.getBytes(UTF_8), value);
    }

    private void failed(String key, @Nullable Exception why) {
        if (why != null) {
            LOG.warn("{} is not on the log ({} so far): {}", key, lost.incrementAndGet(), why.getMessage());
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (closed) {
            throw new KafkaException("it is closed");
        }
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(clients);
            settings.put("client.id", "analysis-memory");
            settings.put("acks", "all");
            settings.put("enable.idempotence", true);
            settings.put("max.in.flight.requests.per.connection", 1);
            settings.put("linger.ms", 20);
            settings.put("compression.type", "gzip");
            settings.put("buffer.memory", 16 << 20);
            settings.put("max.block.ms", 2_000);
            settings.put("request.timeout.ms", DELIVERY_MILLIS / 2);
            settings.put("delivery.timeout.ms", DELIVERY_MILLIS);
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }
}

package io.kakou.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.app.services.LogService;
import io.kakou.events.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to the log and reads one topic of it from its beginning, with a time limit on everything. */
public final class LogClient implements AutoCloseable {
    private static final long LONGEST_NANOS = Duration.ofSeconds(60).toNanos();

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    public LogClient(LogService log, String readTopic) {
        Map<String, Object> settings = new HashMap<>(log.clients());
        settings.put("linger.ms", 0);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.copyOf(log.clients()), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(readTopic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public void write(String topic, String key, Record value) throws ExecutionException, InterruptedException {
        write(topic, key, Json.write(value));
    }

    public void write(String topic, String key, byte[] value) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)).get();
    }

    /** What the topic brings from now on until one of them is the last wanted. */
    public List<ConsumerRecord<byte[], byte[]>> readUntil(Predicate<ConsumerRecord<byte[], byte[]>> last) {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        long start = System.nanoTime();
        boolean found = false;
        while (!found) {
            if (System.nanoTime() - start > LONGEST_NANOS) {
                throw new AssertionError("not seen within a minute; read: " + read.size());
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                read.add(record);
                found |= last.test(record);
            }
        }
        return read;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}

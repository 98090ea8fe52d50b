package io.kakou.jobs.log;

import io.kakou.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The log that the jobs read and write.
 *
 * @param clients what every client is made with, under Kafka's names: where the brokers are, and how they let one in
 * @param job names the job's consumer groups and clients
 */
public record Log(Map<String, String> clients, String job) {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LONGEST_READ_SECONDS = 60;
    private static final int BATCH_BYTES = 256 * 1024;

    public Log {
        clients = Map.copyOf(clients);
    }

    /**
     * All of a topic, from its beginning; a job that resumes from a checkpoint goes on where that stood. Never from a
     * committed offset: offsets without the state they belong to would lose every incident still open.
     */
    public KafkaSource<LogRecord> source(Topic topic) {
        return KafkaSource.<LogRecord>builder()
                .setProperties(properties())
                .setTopics(topic.topicName())
                .setGroupId(job + "-" + topic.topicName())
                .setClientIdPrefix(job + "-" + topic.topicName())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setProperty(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "false")
                .setDeserializer(new ToLogRecord())
                .build();
    }

    /** Writes records as JSON, at least once; whoever reads them knows a repeated transition by its id. */
    public <T extends Record> KafkaSink<T> sink(Topic topic, KeyOf<T> key) {
        return sink(topic.topicName(), new RecordToJson<>(topic.topicName(), key));
    }

    /** Writes what could not be read to its topic's {@code -dead}, with the reason and where it stood in the headers. */
    public KafkaSink<DeadLetter> dead() {
        return sink("dead", new DeadLetterToRecord());
    }

    /**
     * One past the newest record of each partition, found by reading it: the end offset that a broker names may lie past
     * records that compaction has taken away, and whoever waited to read up to it would wait for ever.
     *
     * @throws IllegalStateException where the topic is not there or the broker does not answer within a minute
     */
    public Map<Integer, Long> end(Topic topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readToEnd(consumer, consumer.endOffsets(partitions));
        }
    }

    /**
     * One past the newest record of each partition that holds any, as the broker names it without reading: only for a
     * topic that is not compacted, see {@link #end}.
     */
    public Map<Integer, Long> written(Topic topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            Map<Integer, Long> written = new HashMap<>();
            consumer.endOffsets(partitions).forEach((partition, end) -> {
                if (end > beginnings.getOrDefault(partition, 0L)) {
                    written.put(partition.partition(), end);
                }
            });
            return Map.copyOf(written);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, Topic topic) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static Map<Integer, Long> readToEnd(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<Integer, Long> newest = new HashMap<>();
        int silentPolls = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            int before = newest.hashCode();
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                newest.put(record.partition(), record.offset() + 1);
            }
            silentPolls = newest.hashCode() == before ? silentPolls + 1 : 0;
            if (silentPolls * POLL.toMillis() > LONGEST_READ_SECONDS * 1000) {
                throw new IllegalStateException("the log gave nothing for " + LONGEST_READ_SECONDS + " s of " + ends);
            }
        }
        return Map.copyOf(newest);
    }

    private Properties properties() {
        Properties settings = new Properties();
        settings.putAll(clients);
        return settings;
    }

    /** Without the login: it may be logged. */
    @Override
    public String toString() {
        return job + " on " + clients.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    private Properties consumer() {
        Properties settings = properties();
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, job + "-end");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return settings;
    }

    private <T> KafkaSink<T> sink(String name, KafkaRecordSerializationSchema<T> form) {
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(properties())
                .setProperty("client.id", job + "-" + name)
                // A room waits for each incident. One that waits so long goes with the others of a burst, and where
                // each goes to disk before it is acknowledged, they go there together: Kafka's 16 kB hold five of them,
                // and while one batch is under way no other is.
                .setProperty("linger.ms", "2")
                .setProperty("batch.size", String.valueOf(BATCH_BYTES))
                // One incident's JSON is much like another's: less goes over the wire and to disk.
                .setProperty("compression.type", "lz4")
                // A new topic may refuse the first record and take the second: then the first could never follow.
                .setProperty("max.in.flight.requests.per.connection", "1")
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(form)
                .build();
    }
}

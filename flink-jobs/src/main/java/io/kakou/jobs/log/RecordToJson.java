package io.kakou.jobs.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.json.Json;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record of the contract, as JSON under its key. */
final class RecordToJson<T extends Record> implements KafkaRecordSerializationSchema<T> {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private final KeyOf<T> key;

    RecordToJson(String topic, KeyOf<T> key) {
        this.topic = topic;
        this.key = key;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T record, KafkaSinkContext context, @Nullable Long timestamp) {
        return new ProducerRecord<>(topic, key.key(record).getBytes(UTF_8), Json.write(record));
    }
}

package io.kakou.jobs.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What could not be read, byte for byte; why and where it stood are in the headers. */
final class DeadLetterToRecord implements KafkaRecordSerializationSchema<DeadLetter> {
    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            DeadLetter letter, KafkaSinkContext context, @Nullable Long timestamp) {
        LogRecord source = letter.record();
        ProducerRecord<byte[], byte[]> dead =
                new ProducerRecord<>(letter.topic(), source.key().getBytes(UTF_8), source.value());
        header(dead, "reason", letter.reason());
        header(dead, "source-topic", source.topic());
        header(dead, "source-partition", String.valueOf(source.partition()));
        header(dead, "source-offset", String.valueOf(source.offset()));
        return dead;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}

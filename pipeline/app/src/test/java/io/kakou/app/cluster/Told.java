package io.kakou.app.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.services.LogService;
import io.kakou.events.Incident;
import io.kakou.events.Topic;
import io.kakou.events.Transition;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that was ever told of incidents, and what holds of them now. */
record Told(Map<String, Incident> newest, Set<String> everTold) {
    /** Reads the topic to what is its end now. */
    static Told read(LogService log) throws UnreadableRecord {
        Map<String, Incident> newest = new LinkedHashMap<>();
        Set<String> everTold = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.copyOf(log.clients()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> parts = consumer.partitionsFor(Topic.INCIDENTS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Incident incident = Json.read(Incident.class, record.value());
                    newest.put(new String(record.key(), UTF_8), incident);
                    incident.transitions().forEach(step -> everTold.add(step.id()));
                }
            }
        }
        return new Told(newest, everTold);
    }

    /** Whoever read along heard of nothing that does not hold now, and nothing is there twice. */
    void isWhole() {
        List<String> holding = new ArrayList<>();
        newest.values()
                .forEach(one -> one.transitions().stream().map(Transition::id).forEach(holding::add));
        assertThat(holding).doesNotHaveDuplicates();
        assertThat(holding).containsExactlyInAnyOrderElementsOf(everTold);
    }
}

package io.kakou.benchmarks.rooms;

import io.kakou.events.Incident;
import io.kakou.events.Topic;
import io.kakou.events.Transition;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the log holds in the end, against what was sent.
 *
 * @param alerts that were sent
 * @param incidents that there are
 * @param wrongMerges alerts that lie in an incident of another event, and incidents beyond the first of an event
 * @param lost alerts in no incident
 * @param doubled alerts counted more than once, and transitions that an incident has twice
 */
record Verdict(long alerts, long incidents, long wrongMerges, long lost, long doubled) {
    /** Reads the topic whole. */
    static Verdict read(Map<String, String> clients, List<Batch> sent) throws IOException {
        Account account = new Account();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(Map.copyOf(clients), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> parts = consumer.partitionsFor(Topic.INCIDENTS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    account.take(Json.read(Incident.class, record.value()));
                }
            }
        } catch (UnreadableRecord e) {
            throw new IOException("the job wrote what cannot be read: " + e.reason(), e);
        }
        return account.against(sent);
    }

    /** By event, the newest count of each of its incidents. */
    private static final class Account {
        private final Map<Integer, Map<String, Long>> counts = new HashMap<>();
        private final Set<String> strangers = new HashSet<>();
        private final Set<String> twice = new HashSet<>();

        void take(Incident incident) {
            int event = Integer.parseInt(incident.camera().substring(1));
            counts.computeIfAbsent(event, key -> new HashMap<>(2)).put(incident.id(), incident.alertCount());
            incident.alerts().stream()
                    .filter(alert -> Batch.eventOf(alert.id()) != event)
                    .forEach(alert -> strangers.add(incident.id() + alert.id()));
            Set<String> steps = new HashSet<>();
            for (Transition step : incident.transitions()) {
                if (!steps.add(step.id())) {
                    twice.add(step.id());
                }
            }
        }

        Verdict against(List<Batch> sent) {
            long alerts = 0;
            long lost = 0;
            long doubled = twice.size();
            for (Batch batch : sent) {
                alerts += batch.alerts();
                for (int event = batch.end() - batch.events(); event < batch.end(); event++) {
                    long there = counts.getOrDefault(event, Map.of()).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    lost += Math.max(0, batch.alertsEach() - there);
                    doubled += Math.max(0, there - batch.alertsEach());
                }
            }
            long incidents = counts.values().stream().mapToLong(Map::size).sum();
            return new Verdict(alerts, incidents, strangers.size() + incidents - counts.size(), lost, doubled);
        }
    }
}

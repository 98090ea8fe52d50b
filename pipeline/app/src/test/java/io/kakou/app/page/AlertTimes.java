package io.kakou.app.page;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What an installation keeps about its alerts' times: on the log, and beside the hashes of what was stored. */
final class AlertTimes {
    private AlertTimes() {}

    /** An alert, and when the log's client took it. */
    record Published(Alert alert, Instant at) {}

    /** Every alert raised so far, by its id. */
    static Map<String, Published> published(Map<String, Object> clients) throws Exception {
        Map<String, Published> found = new HashMap<>();
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put("enable.auto.commit", false);
        try (KafkaConsumer<byte[], byte[]> reading =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = reading.partitionsFor(Topic.ALERTS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reading.assign(all);
            reading.seekToBeginning(all);
            Map<TopicPartition, Long> end = reading.endOffsets(all);
            while (end.entrySet().stream().anyMatch(each -> reading.position(each.getKey()) < each.getValue())) {
                for (var record : reading.poll(Duration.ofMillis(500))) {
                    Alert alert = Json.read(Alert.class, record.value());
                    if (alert.phase() == AlertPhase.RAISED) {
                        found.put(alert.id(), new Published(alert, Instant.ofEpochMilli(record.timestamp())));
                    }
                }
            }
        }
        return found;
    }

    /** When each object of each alert was stored first: by the alert's id and the object's last name. */
    static Map<String, Map<String, Instant>> stored(Path hashes) throws Exception {
        record Line(Instant at, String key) {}
        Map<String, Map<String, Instant>> found = new HashMap<>();
        try (Stream<Path> days = Files.list(hashes)) {
            for (Path day :
                    days.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                for (String text : Files.readAllLines(day)) {
                    Line line = Json.read(Line.class, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    String[] names = line.key().split("[/.]", 4);
                    String name = names[0].equals("clips") ? names[2] : names[0];
                    found.computeIfAbsent(names[1], ignored -> new HashMap<>()).putIfAbsent(name, line.at());
                }
            }
        }
        return found;
    }
}

package io.kakou.app.storm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.role.Deployment;
import io.kakou.events.Action;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Incident;
import io.kakou.events.Topic;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the log, the console and the store hold, against what was acknowledged. */
final class Books {
    private final Ledger ledger;
    private final Operator operator;
    private final OnLog log;

    /** Incidents by id, the newest of each; ids of actions that were refused. */
    private record OnLog(
            List<Alert> alerts, List<Action> actions, Map<String, Incident> incidents, Set<String> refused) {}

    private Books(Ledger ledger, Operator operator, OnLog log) {
        this.ledger = ledger;
        this.operator = operator;
        this.log = log;
    }

    /** Reads every topic to what is its end now. */
    static Books read(Deployment deployment, Operator operator, Ledger ledger) {
        try (LogReader log = new LogReader(deployment)) {
            Map<String, Incident> newest = new HashMap<>();
            log.all(Topic.INCIDENTS.topicName(), Incident.class).forEach(one -> newest.put(one.id(), one));
            Set<String> refused = log.all(Topic.ACTIONS.deadTopicName(), Action.class).stream()
                    .map(Action::id)
                    .collect(Collectors.toSet());
            return new Books(
                    ledger,
                    operator,
                    new OnLog(
                            log.all(Topic.ALERTS.topicName(), Alert.class),
                            log.all(Topic.ACTIONS.topicName(), Action.class),
                            newest,
                            refused));
        }
    }

    /** Whether all that was acknowledged has come through to the incidents, and no clip grows any more. */
    boolean areSettled() throws IOException, InterruptedException {
        for (String alert : raised()) {
            if (!clip(alert).path("state").asText().matches("sealed|cut")) {
                return false;
            }
        }
        return phases().containsAll(ledger.alerts())
                && opened().containsAll(raised())
                && acted().containsAll(ledger.actions().keySet());
    }

    /** Fails with what is missing or there twice. */
    void check() throws IOException, InterruptedException {
        assertThat(phases()).as("alerts on the log").containsAll(ledger.alerts());
        assertThat(log.refused())
                .as("actions that were acknowledged and refused")
                .doesNotContainAnyElementsOf(ledger.actions().keySet());
        assertThat(acted())
                .as("actions in their incidents")
                .containsAll(ledger.actions().keySet());
        assertThat(ofEvery(one -> one.transitions().stream().map(Transition::id).toList()))
                .as("transitions")
                .doesNotHaveDuplicates();
        assertThat(acted()).as("actions, each once").doesNotHaveDuplicates();
        assertThat(opened()).as("incidents by alert").doesNotHaveDuplicates().containsAll(raised());
        assertThat(log.incidents().keySet()).as("incidents that were listed").containsAll(ledger.incidents());
        checkConsole();
        checkClips();
    }

    private void checkConsole() throws IOException, InterruptedException {
        Map<String, Long> listed = new HashMap<>();
        for (JsonNode each : operator.get("/api/incidents?state=all&limit=500").json()) {
            listed.put(each.get("id").asText(), each.get("version").asLong());
        }
        Map<String, Long> told = new HashMap<>();
        log.incidents().forEach((id, one) -> told.put(id, one.version()));
        assertThat(listed).as("incidents and their versions in the console").isEqualTo(told);
    }

    private void checkClips() throws IOException, InterruptedException {
        for (String alert : raised()) {
            JsonNode manifest =
                    operator.get("/api/clips/" + alert + "/manifest").json();
            assertThat(manifest.path("state").asText()).as("clip of %s", alert).isIn("sealed", "cut");
            Set<String> named = new HashSet<>();
            for (JsonNode part : manifest.get("parts")) {
                String name = alert + '/' + part.get("key").asText();
                named.add(name);
                Operator.Answer served = operator.get("/api/clips/" + name);
                assertThat(served.status()).as(name).isEqualTo(200);
                assertThat(Workload.sha256(served.body()))
                        .as(name)
                        .isEqualTo(part.get("sha256").asText());
            }
            ledger.parts().forEach((part, sha256) -> {
                if (part.startsWith(alert + '/')) {
                    assertThat(named).as("parts that were served once").contains(part);
                }
            });
        }
    }

    private JsonNode clip(String alert) throws IOException, InterruptedException {
        return operator.get("/api/clips/" + alert + "/manifest").json();
    }

    /** Alerts whose records are on the log more than once: at-least-once is visible there and nowhere else. */
    Map<String, Integer> counts() {
        return Map.of(
                "alertRecords", log.alerts().size(),
                "alerts", phases().size(),
                "actionRecords", log.actions().size(),
                "actions", ledger.actions().size(),
                "incidents", log.incidents().size(),
                "clipParts", ledger.parts().size());
    }

    private Set<String> phases() {
        return log.alerts().stream().map(one -> one.id() + ' ' + one.phase()).collect(Collectors.toSet());
    }

    private Set<String> raised() {
        return log.alerts().stream()
                .filter(one -> one.phase() == AlertPhase.RAISED)
                .map(Alert::id)
                .collect(Collectors.toSet());
    }

    private List<String> opened() {
        return ofEvery(one -> one.alerts().stream().map(Alert::id).toList());
    }

    private List<String> acted() {
        return ofEvery(one -> one.transitions().stream()
                .filter(step -> step.kind() == TransitionKind.ACTED)
                .map(Transition::cause)
                .toList());
    }

    private List<String> ofEvery(Function<Incident, List<String>> what) {
        List<String> all = new ArrayList<>();
        log.incidents().values().forEach(one -> all.addAll(what.apply(one)));
        return all;
    }

    /** Reads topics whole. */
    private static final class LogReader implements AutoCloseable {
        private final KafkaConsumer<byte[], byte[]> consumer;

        LogReader(Deployment deployment) {
            Map<String, Object> clients = new HashMap<>(deployment.logClients());
            consumer = new KafkaConsumer<>(clients, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        <T extends Record> List<T> all(String topic, Class<T> form) {
            List<TopicPartition> parts = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            List<T> read = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    read.add(read(record, form));
                }
            }
            return read;
        }

        private static <T extends Record> T read(ConsumerRecord<byte[], byte[]> record, Class<T> form) {
            try {
                return Json.read(form, record.value());
            } catch (UnreadableRecord e) {
                throw new AssertionError(new String(record.value(), UTF_8), e);
            }
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}

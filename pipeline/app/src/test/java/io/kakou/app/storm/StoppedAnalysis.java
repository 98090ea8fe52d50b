package io.kakou.app.storm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.role.Role;
import io.kakou.events.ClockLimit;
import io.kakou.events.ClockProfile;
import io.kakou.events.ClockStep;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** SIGSTOP of analysis for a while: its sessions and its clients' time out, and it knows nothing of it afterwards. */
final class StoppedAnalysis {
    /** Past it the console says of a camera that its worker is silent. */
    private static final double SILENT_SECONDS = 30;

    /** How long somebody has to answer an incident, here. */
    private static final double RESPOND_SECONDS = 5;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Storm storm;
    private final double seconds;

    StoppedAnalysis(Storm storm, double seconds) {
        this.storm = storm;
        this.seconds = seconds;
    }

    /** Stops it, looks at what goes on without it, and lets it go on; seconds until a camera was looked at again. */
    double run() throws Exception {
        quickClock();
        storm.workload().rest();
        Instant resting = Instant.now();
        JsonNode open = await(one -> one.get("state").asText().equals("REPORTED")
                && Instant.parse(one.get("openedAt").asText()).isAfter(resting));
        long began = System.nanoTime();
        signal("STOP");
        try {
            othersGoOn(open);
            Pause.seconds(Math.max(0, seconds - (System.nanoTime() - began) / 1e9));
            if (seconds > SILENT_SECONDS) {
                assertThat(offline()).as("cameras shown as offline").isEqualTo(2);
            }
        } finally {
            signal("CONT");
        }
        Instant continued = Instant.now();
        storm.workload().goOn();
        return Pause.until("looks go on", Storm.PATIENCE_SECONDS, () -> storm.isWhole(continued));
    }

    /** The clock of an incident runs out, and somebody accepts it. */
    private void othersGoOn(JsonNode open) throws Exception {
        String id = open.get("id").asText();
        await(one -> one.get("id").asText().equals(id) && one.toString().contains("\"OVERDUE\""));
        String action = UUID.randomUUID().toString();
        Operator.Answer answer = storm.operator()
                .post(
                        "/api/incidents/" + Operator.inPath(id) + "/actions",
                        JSON.createObjectNode()
                                .put("actionId", action)
                                .put("kind", "ACCEPT")
                                .put("seenVersion", open.get("version").asLong()));
        assertThat(answer.status()).isEqualTo(202);
        storm.ledger().actions().put(action, id);
        await(one ->
                one.get("id").asText().equals(id) && one.get("state").asText().equals("ACCEPTED"));
    }

    private int offline() throws IOException, InterruptedException {
        return storm.operator().get("/api/watch").json().get("offline").size();
    }

    private JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        Pause.until("an incident like that", Storm.PATIENCE_SECONDS, () -> {
            listed(wanted, found);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    private void listed(Predicate<JsonNode> wanted, List<JsonNode> found) {
        try {
            for (JsonNode one :
                    storm.operator().get("/api/incidents?state=open").json()) {
                if (wanted.test(one)) {
                    found.add(one);
                }
            }
        } catch (IOException e) {
            // Looked at again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void quickClock() throws Exception {
        ClockProfile profile =
                new ClockProfile("quick", List.of(), List.of(new ClockLimit(ClockStep.RESPOND, RESPOND_SECONDS)));
        Map<String, Object> clients = new HashMap<>(storm.system().deployment().logClients());
        try (KafkaProducer<byte[], byte[]> log =
                new KafkaProducer<>(clients, new ByteArraySerializer(), new ByteArraySerializer())) {
            log.send(new ProducerRecord<>(
                            Topic.REGISTRY.topicName(), profile.key().getBytes(UTF_8), Json.write(profile)))
                    .get();
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        String pid = String.valueOf(storm.system().pid(Role.ANALYSIS));
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }
}

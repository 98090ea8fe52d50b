package io.kakou.app.embedded.flink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.kakou.app.embedded.LogClient;
import io.kakou.app.services.LogService;
import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.ClockLimit;
import io.kakou.events.ClockProfile;
import io.kakou.events.ClockStep;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.Topic;
import io.kakou.events.TransitionKind;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a test says to a room through the log, and what it hears. */
public final class RoomOnLog implements AutoCloseable {
    private final LogClient client;
    private final Map<String, Incident> newest = new LinkedHashMap<>();
    /** When each transition was first on the log, by its id, epoch milliseconds. */
    private final Map<String, Long> heardAt = new LinkedHashMap<>();

    public RoomOnLog(LogService log) {
        client = new LogClient(log, Topic.INCIDENTS.topicName());
    }

    public void clock(double respond, double arrive, double reinforce) throws Exception {
        ClockProfile profile = new ClockProfile(
                "quick",
                List.of(),
                List.of(
                        new ClockLimit(ClockStep.RESPOND, respond),
                        new ClockLimit(ClockStep.ARRIVE, arrive),
                        new ClockLimit(ClockStep.REINFORCE, reinforce)));
        client.write(Topic.REGISTRY.topicName(), profile.key(), profile);
    }

    /** An alert decided this moment; returns its incident's id. */
    public String alert(String camera) throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Alert alert = new Alert(
                "a-" + camera,
                AlertPhase.RAISED,
                EventKind.EBIKE_IN_LIFT,
                "two-wheeler",
                "ebike-in-lift/1",
                camera,
                null,
                null,
                now,
                now.minusSeconds(3),
                0.83,
                List.of(),
                List.of(),
                "worker-1",
                1);
        client.write(Topic.ALERTS.topicName(), camera, alert);
        return Incident.id(camera + "~EBIKE_IN_LIFT", alert.onset(), alert.id());
    }

    public void act(String incident, ActionKind kind, String id) throws Exception {
        String unit = kind == ActionKind.DISPATCH ? "patrol-2" : null;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Action action = new Action(id, incident, kind, "operator-3", now, 1, unit, null, null, null);
        client.write(Topic.ACTIONS.topicName(), incident, action);
    }

    /** Reads on until the incident's newest state is like this. */
    public Incident await(String id, Predicate<Incident> wanted) {
        Incident known = newest.get(id);
        if (known == null || !wanted.test(known)) {
            client.readUntil(record -> hear(record).id().equals(id) && wanted.test(requireNonNull(newest.get(id))));
        }
        return requireNonNull(newest.get(id));
    }

    public Incident await(String id, TransitionKind kind, String cause) {
        return await(id, incident -> incident.transitions().stream()
                .anyMatch(step -> step.kind() == kind && step.cause().equals(cause)));
    }

    long heardAt(String transition) {
        return requireNonNull(heardAt.get(transition));
    }

    private Incident hear(ConsumerRecord<byte[], byte[]> record) {
        try {
            Incident incident = Json.read(Incident.class, record.value());
            newest.put(new String(record.key(), UTF_8), incident);
            incident.transitions().forEach(step -> heardAt.putIfAbsent(step.id(), record.timestamp()));
            return incident;
        } catch (UnreadableRecord e) {
            throw new AssertionError(e.reason(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

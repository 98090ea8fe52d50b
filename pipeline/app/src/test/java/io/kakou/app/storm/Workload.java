package io.kakou.app.storm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kakou.events.ActionKind;
import io.kakou.events.IncidentState;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody at the console who accepts, sends a unit to and closes whatever is listed, and looks at its clips. Each action
 * is asked again, by the same id, until it is acknowledged or refused.
 */
final class Workload implements AutoCloseable {
    static final String UNIT = "patrol-2";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double ROUND_SECONDS = 1;

    private final Operator operator;
    private final Ledger ledger;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean resting;
    private final Thread thread = new Thread(this::run, "workload");
    /** By incident and state, so that who asks again asks for the same. */
    private final Map<String, String> asked = new HashMap<>();

    Workload(Operator operator, Ledger ledger) {
        this.operator = operator;
        this.ledger = ledger;
    }

    void start() {
        thread.start();
    }

    /** Nobody acts until {@link #goOn}; a round that is under way is finished. */
    void rest() {
        resting = true;
    }

    void goOn() {
        resting = false;
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopped.await((long) (ROUND_SECONDS * 1e9), TimeUnit.NANOSECONDS)) {
                if (!resting) {
                    round();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails is tried in the next round. */
    private void round() throws InterruptedException {
        try {
            Operator.Answer list = operator.get("/api/incidents?state=open&limit=500");
            if (list.status() == 200) {
                for (JsonNode incident : list.json()) {
                    ledger.incidents().add(incident.get("id").asText());
                    move(incident);
                    look(incident);
                }
            }
        } catch (IOException e) {
            // Down: that is what is tested.
        }
    }

    private void move(JsonNode incident) throws IOException, InterruptedException {
        String id = incident.get("id").asText();
        IncidentState state = IncidentState.valueOf(incident.get("state").asText());
        Optional<ActionKind> next = next(state);
        if (next.isEmpty()) {
            return;
        }
        String action =
                asked.computeIfAbsent(id + state, key -> UUID.randomUUID().toString());
        ObjectNode body = JSON.createObjectNode()
                .put("actionId", action)
                .put("kind", next.get().name())
                .put("seenVersion", incident.get("version").asLong());
        if (next.get() == ActionKind.DISPATCH) {
            body.put("unit", UNIT);
        }
        Operator.Answer answer = operator.post("/api/incidents/" + Operator.inPath(id) + "/actions", body);
        if (answer.status() == 202) {
            ledger.actions().put(action, id);
        }
    }

    private static Optional<ActionKind> next(IncidentState state) {
        return switch (state) {
            case REPORTED -> Optional.of(ActionKind.ACCEPT);
            case ACCEPTED -> Optional.of(ActionKind.DISPATCH);
            case DISPATCHED -> Optional.of(ActionKind.ARRIVE);
            case ON_SITE -> Optional.of(ActionKind.CLOSE);
            case HANDLED, VERIFIED, SUSPENDED, CLOSED, REJECTED, JOINED, UNKNOWN -> Optional.empty();
        };
    }

    private void look(JsonNode incident) throws IOException, InterruptedException {
        for (JsonNode alert : incident.get("alerts")) {
            String id = alert.get("id").asText();
            Operator.Answer manifest = operator.get("/api/clips/" + id + "/manifest");
            if (manifest.status() == 200) {
                for (JsonNode part : manifest.json().get("parts")) {
                    take(id, part.get("key").asText());
                }
            }
        }
    }

    private void take(String alert, String file) throws IOException, InterruptedException {
        String part = alert + "/" + file;
        if (!ledger.parts().containsKey(part)) {
            Operator.Answer served = operator.get("/api/clips/" + part);
            if (served.status() == 200) {
                ledger.parts().put(part, sha256(served.body()));
            }
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package io.kakou.app.storm;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.role.Deployment;
import io.kakou.app.role.Role;
import io.kakou.app.services.DatabaseService;
import io.kakou.console.incidents.Unit;
import io.kakou.console.incidents.Units;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.DatabaseSettings;
import io.kakou.events.Health;
import io.kakou.events.Stage;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A system under a workload, to which things happen. */
final class Storm implements AutoCloseable {
    static final double PATIENCE_SECONDS = 300;
    private static final double SETTLE_SECONDS = 180;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ledger ledger = new Ledger();
    private final RunningSystem system;
    private final Operator operator;
    private final Workload workload;
    private final Recovery recovery = new Recovery();
    private final HttpClient http = HttpClient.newHttpClient();

    /** Fields of the door's answer that are looked at. */
    private record Healths(List<Health> cameras) {}

    Storm(Path folder, Map<String, String> cameras) throws IOException {
        system = new RunningSystem(folder, ledger);
        system.settings(cameras);
        operator = new Operator(system.url());
        workload = new Workload(operator, ledger);
    }

    void start() throws Exception {
        Instant began = Instant.now();
        system.start();
        Pause.until(
                "all roles are ready", PATIENCE_SECONDS, () -> system.ready().size() == Role.values().length);
        operator.begin(system.firstPassword());
        addUnit(system.deployment().services().database());
        workload.start();
        Pause.until("everything works", PATIENCE_SECONDS, () -> isWhole(began));
        system.note();
    }

    RunningSystem system() {
        return system;
    }

    Operator operator() {
        return operator;
    }

    Workload workload() {
        return workload;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Kills, and waits until everything is as it was before; seconds of that. */
    double kill(Target target, RandomGenerator random) throws Exception {
        Map<Role, Integer> before = system.ready();
        Instant killed = Instant.now();
        long began = System.nanoTime();
        system.kill(target, random);
        if (target.endsSupervisor()) {
            system.start();
        }
        Pause.until(target + ": its roles are ready again", PATIENCE_SECONDS, () -> target.begin().stream()
                .allMatch(role -> system.ready().getOrDefault(role, 0) > before.getOrDefault(role, 0)));
        // PostgreSQL's backends outlive a killed postmaster by a moment, and answer in it.
        Pause.until(target + ": no process of before is left", PATIENCE_SECONDS, () -> system.orphans()
                .isEmpty());
        Pause.until(target + ": everything works again", PATIENCE_SECONDS, () -> isWhole(killed));
        double took = (System.nanoTime() - began) / 1e9;
        recovery.took(target, took);
        system.note();
        return took;
    }

    /** The console answers from its database, and a camera was looked at after the moment given. */
    boolean isWhole(Instant since) {
        try {
            return operator.get("/api/incidents?state=open").status() == 200
                    && lastLook().isAfter(since);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Of the camera that was looked at last, by the analysis process's own word. */
    Instant lastLook() throws IOException, InterruptedException {
        Deployment deployment = system.deployment();
        HttpRequest request = HttpRequest.newBuilder(URI.create(deployment.doorUrl() + "/health"))
                .header("Authorization", "Bearer " + deployment.secrets().doorToken())
                .timeout(Duration.ofSeconds(2))
                .build();
        byte[] answer = http.send(request, BodyHandlers.ofByteArray()).body();
        return read(answer).cameras().stream()
                .filter(camera -> camera.stage() == Stage.LOOKING && camera.lastLook() != null)
                .map(Health::lastLook)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private static Healths read(byte[] answer) throws IOException {
        try {
            return Json.read(Healths.class, answer);
        } catch (UnreadableRecord e) {
            throw new IOException(e);
        }
    }

    private static void addUnit(DatabaseService place) {
        try (Database database = new Database(new DatabaseSettings(place.url(), place.user(), place.password()))) {
            database.start();
            new Units(database).put(List.of(new Unit(Workload.UNIT, "巡逻二组", null, null)));
        }
    }

    /** Stops the people, waits until what is under way has come through, and compares. */
    Map<String, Object> settle() throws Exception {
        workload.close();
        Deployment deployment = system.deployment();
        Pause.until("everything acknowledged has come through", SETTLE_SECONDS, () -> isSettled(deployment));
        Books books = Books.read(deployment, operator, ledger);
        books.check();
        Map<String, Object> summary = Map.of("recovery", recovery.figures(), "books", books.counts());
        System.out.println("storm: " + JSON.writeValueAsString(summary));
        return summary;
    }

    private boolean isSettled(Deployment deployment) {
        try {
            return Books.read(deployment, operator, ledger).areSettled();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        workload.close();
        system.close();
    }
}

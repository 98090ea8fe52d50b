package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.analysis.street.Street;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.app.cameras.CameraParts;
import io.kakou.app.cameras.CameraSet;
import io.kakou.app.cameras.Owner;
import io.kakou.app.cameras.PlainParts;
import io.kakou.app.cameras.QuietWitness;
import io.kakou.app.cameras.Witness;
import io.kakou.app.registry.Brakes;
import io.kakou.app.registry.RegistryTopic;
import io.kakou.console.accounts.Role;
import io.kakou.events.Alert;
import io.kakou.events.Brake;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.Sighting;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.rtsp.CameraSettings;
import io.kakou.rtsp.RtspCamera;
import io.kakou.rtsp.RtspLoops;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a person's word on the page to the word of every worker: a real console, a real log, two workers' camera sets. */
class BrakeAtTwoWorkersTest {
    private static final double FORCE_SECONDS = 5;
    private static final int EACH = 20;

    @TempDir
    private Path folder;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : running) {
            each.close();
        }
    }

    @Test
    void a_rule_is_off_at_every_worker_within_five_seconds_and_on_again_as_soon() throws Exception {
        Installation installation = closing(new Installation(folder, 0));
        RtspLoops loops = closing(new RtspLoops(1, InstantSource.system()));
        loops.start();
        Browser engineer = new People(installation).browser(Role.ENGINEER, "*");
        worker("one", installation, loops, engineer);
        worker("two", installation, loops, engineer);

        String off = "{\"kind\":\"EBIKE_IN_LIFT\",\"reason\":\"test\",\"until\":\"1h\"}";
        long began = System.nanoTime();
        String id = engineer.post("/api/brakes", off).json().get("id").asText();
        within("off at both workers' cameras", began, () -> {
            JsonNode brake = engineer.get("/api/brakes").json().get(0);
            // The two lifts of the seed belong to no worker.
            return brake.get("inForce").asInt() == 2 * EACH && brake.get("of").asInt() == 2 * EACH + 2;
        });
        String health = engineer.get("/api/cameras").body();
        assertThat(health).contains("\"brake\":\"" + id + "\"", "\"reason\":\"test\"");

        began = System.nanoTime();
        assertThat(engineer.post("/api/brakes/release", "{\"brake\":\"" + id + "\",\"reason\":\"test\"}")
                        .status())
                .isEqualTo(200);
        within("on again at both", began, () -> !engineer.get("/api/cameras")
                .body()
                .contains("\"braked\":[{"));
    }

    private void worker(String name, Installation installation, RtspLoops loops, Browser engineer) throws Exception {
        Street street = closing(PlainParts.running());
        Brakes brakes = new Brakes(InstantSource.system(), line -> {});
        closing(new RegistryTopic(Map.copyOf(installation.kafka.service().clients()), Brake.KEY, brakes))
                .start();
        PlainParts plain = new PlainParts(loops, street, camera -> new QuietWitness(), CameraSettings.defaults());
        CameraSet set = closing(new CameraSet(
                new BrakedParts(plain, brakes), new Owner(name, 1), new Told(installation), InstantSource.system()));
        Map<String, Camera> cameras = IntStream.range(0, EACH)
                .mapToObj(i -> camera(name + "-" + i))
                .collect(Collectors.toMap(Camera::id, camera -> camera));
        for (Camera camera : cameras.values()) {
            String body = "{\"id\":\"" + camera.id() + "\",\"kind\":\"LIFT\",\"watched\":[\"EBIKE_IN_LIFT\"],"
                    + "\"subStream\":\"" + camera.subStream() + "\"}";
            assertThat(engineer.post("/api/cameras", body).status()).isEqualTo(201);
        }
        set.start();
        set.all(cameras);
        within("the set is open", System.nanoTime(), () -> set.healths().size() == EACH);
    }

    private static Camera camera(String id) {
        List<EventKind> watched = List.of(EventKind.EBIKE_IN_LIFT);
        return new Camera(id, id, CameraKind.LIFT, null, null, null, "rtsp://127.0.0.1:1/" + id, List.of(), watched);
    }

    private interface Question {
        boolean isSo() throws Exception;
    }

    private static void within(String what, long began, Question question) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        while (!question.isSo()) {
            assertThat((System.nanoTime() - began) / 1e9).as(what).isLessThan(FORCE_SECONDS);
            boolean unused = never.await(20, TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%s after %.2f s%n", what, seconds);
        assertThat(seconds).as(what).isLessThanOrEqualTo(FORCE_SECONDS);
    }

    private <T extends AutoCloseable> T closing(T part) {
        running.push(part);
        return part;
    }

    private record BrakedParts(CameraParts plain, Brakes brakes) implements CameraParts {
        @Override
        public Witness witness(Camera camera) {
            return plain.witness(camera);
        }

        @Override
        public Street street() {
            return plain.street();
        }

        @Override
        public CameraWatch watch(Camera camera) {
            return plain.watch(camera).under(() -> brakes.kinds(camera.id()));
        }

        @Override
        public RtspCamera session(Camera camera, RtspCamera.Listener listener) {
            return plain.session(camera, listener);
        }
    }

    private record Told(Installation installation) implements CameraSet.Listener {
        @Override
        public void raised(Alert alert) {}

        @Override
        public void sighted(Sighting sighting) {}

        @Override
        public void stands(Health health) {
            var unused = installation.producer.send(new ProducerRecord<>(
                    Topic.HEALTH.topicName(), health.camera().getBytes(UTF_8), Json.write(health)));
        }

        @Override
        public void said(String line) {}
    }
}

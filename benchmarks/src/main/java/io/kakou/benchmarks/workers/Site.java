package io.kakou.benchmarks.workers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.analysis.look.StreetSettings;
import io.kakou.analysis.sample.SampleSettings;
import io.kakou.analysis.stature.Standing;
import io.kakou.analysis.stature.StatureMemory;
import io.kakou.analysis.stature.StatureSettings;
import io.kakou.analysis.stature.Statures;
import io.kakou.app.Kakou;
import io.kakou.app.data.Password;
import io.kakou.app.data.Secrets;
import io.kakou.app.detector.Stock;
import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.EmbeddedS3;
import io.kakou.app.embedded.LoopbackPorts;
import io.kakou.app.embedded.S3Door;
import io.kakou.app.role.Deployment;
import io.kakou.app.services.DatabaseService;
import io.kakou.app.settings.RunSettings;
import io.kakou.app.workers.Partitions;
import io.kakou.benchmarks.ingest.SimulatedStreet;
import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.Program;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.LearnedMemory;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A broker, a store, simulated cameras that have taught something already, and worker processes on them. */
final class Site implements AutoCloseable {
    static final String RULE = "lost-child";
    private static final int HEAP_MIB = 512;
    private static final double END_SECONDS = 20;
    private static final int LEARNED_PEOPLE = 8;

    private final Path folder;
    private final EmbeddedKafka kafka;
    private final EmbeddedS3 store;
    private final S3Door door;
    private final SimulatedStreet street;
    private final Secrets secrets = new Secrets("", "", Password.random(16), "");
    private final Map<String, Child> workers = new LinkedHashMap<>();
    private @Nullable Log log;

    Site(Path folder, int cameras) throws IOException, InterruptedException {
        this.folder = folder;
        this.kafka = new EmbeddedKafka(folder.resolve("log"));
        this.door = S3Door.generated(LoopbackPorts.free());
        this.store = new EmbeddedS3(folder.resolve("store"), door);
        Path film = folder.resolve("quiet.mp4");
        QuietFilm.write(film);
        this.street = SimulatedStreet.start(List.of(film), cameras, 0);
    }

    Log start() throws IOException, InterruptedException {
        kafka.start();
        store.start();
        Files.write(folder.resolve("key"), Base64.getEncoder().encode(new byte[32]));
        Log following = new Log(kafka.service().clients());
        log = following;
        following.write(street());
        following.start();
        return following;
    }

    static String id(int number) {
        return String.format("cam-%04d", number);
    }

    /** The cameras, and what an earlier worker has learned of each. */
    private List<ProducerRecord<byte[], byte[]>> street() {
        String learned = new String(Json.write(learned()), UTF_8);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < street.urls().size(); i++) {
            Camera camera = camera(id(i + 1), street.urls().get(i));
            LearnedMemory memory = new LearnedMemory(
                    camera.id(),
                    RULE,
                    camera.memoryEpoch(RULE),
                    "earlier",
                    1,
                    1,
                    Instant.now(),
                    QuietFilm.SIZE.width(),
                    QuietFilm.SIZE.height(),
                    learned);
            records.add(
                    new ProducerRecord<>(Topic.CAMERAS.topicName(), camera.id().getBytes(UTF_8), Json.write(camera)));
            records.add(new ProducerRecord<>(
                    Topic.MEMORY.topicName(),
                    Partitions.of(camera.id()),
                    LearnedMemory.key(camera.id(), RULE).getBytes(UTF_8),
                    Json.write(memory)));
        }
        return records;
    }

    private static Camera camera(String id, String url) {
        return new Camera(id, id, CameraKind.STREET, null, null, null, url, List.of(), List.of(EventKind.LOST_CHILD));
    }

    private static StatureMemory learned() {
        Statures statures = new Statures(StatureSettings.DEFAULT);
        StatureMemory memory = StatureMemory.EMPTY;
        for (int person = 1; person <= LEARNED_PEOPLE; person++) {
            List<Standing> walk = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                double foot = 0.5 + 0.04 * i;
                double height = 0.5 * (foot - 0.1);
                walk.add(Standing.once(person, i * 0.5, 0.1 * person, foot, height, height / 4.4));
            }
            memory = statures.learn(memory, walk);
        }
        return memory;
    }

    /** A process as {@code kakou run} starts it. */
    void startWorker(String name) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Path file = own.resolve("deployment.json");
        Files.write(file, new ObjectMapper().writeValueAsBytes(deployment(name, own)));
        workers.put(
                name, Child.java(name, HEAP_MIB, Kakou.class.getName(), List.of("role", "analysis", file.toString())));
    }

    private Deployment deployment(String name, Path own) throws IOException {
        return new Deployment(
                own.toString(),
                folder.resolve("key").toString(),
                new RunSettings.Console("127.0.0.1", 0),
                new Deployment.Ports(0, 0, 0, 0, LoopbackPorts.free()),
                1,
                null,
                Stock.FLOAT,
                StreetSettings.of(1),
                Deployment.Seed.NOTHING,
                secrets,
                new Deployment.Services(kafka.service(), door.service(), DatabaseService.NONE, Set.of()),
                RunSettings.Recording.USUAL,
                null,
                SampleSettings.DEFAULT,
                new Deployment.Worker(name, "127.0.0.1"));
    }

    Set<String> workers() {
        return Set.copyOf(workers.keySet());
    }

    void kill(String name) throws InterruptedException {
        worker(name).kill();
        worker(name).close();
        workers.remove(name);
    }

    /** Stops a process, or has it go on. */
    void signal(String name, String signal) throws IOException, InterruptedException {
        String unused = Program.run(
                List.of("kill", "-" + signal, Long.toString(worker(name).meter().pid())));
    }

    /** As Ctrl-C of {@code kakou run} does; whether all ended by themselves. */
    boolean endWorkers() throws IOException, InterruptedException {
        boolean all = true;
        for (Child each : workers.values()) {
            all &= each.end(END_SECONDS);
        }
        return all;
    }

    private Child worker(String name) {
        Child worker = workers.get(name);
        if (worker == null) {
            throw new IllegalArgumentException("no worker " + name + "; allowed: " + workers.keySet());
        }
        return worker;
    }

    @Override
    public void close() {
        workers.values().forEach(Child::close);
        street.close();
        if (log != null) {
            log.close();
        }
        store.close();
        kafka.close();
    }
}

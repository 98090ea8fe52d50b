package io.kakou.benchmarks.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.Kakou;
import io.kakou.app.role.Deployment;
import io.kakou.app.role.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** {@code kakou run} with its processes. */
public final class Running implements AutoCloseable {
    private static final int HEAP_MIB = 128;
    private static final double START_SECONDS = 180;
    private static final long END_SECONDS = 30;
    private static final long POLL_MILLIS = 500;
    private static final int HTTP_OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Child supervisor;
    private final HttpClient http = HttpClient.newHttpClient();

    private Running(Path folder, Child supervisor) {
        this.folder = folder;
        this.supervisor = supervisor;
    }

    /**
     * Starts it with an empty database that is filled with these cameras.
     *
     * @param settings more lines of its settings
     */
    public static Running start(Path folder, List<String> cameras, List<String> settings) throws IOException {
        Files.write(folder.resolve("cameras.yml"), cameras);
        Path file = folder.resolve("kakou.yml");
        Files.writeString(
                file,
                "data: d\nconsole: {port: 0}\nseed: {cameras: cameras.yml}\n" + String.join("\n", settings) + "\n");
        return new Running(
                folder, Child.java("kakou", HEAP_MIB, Kakou.class.getName(), List.of("run", "-c", file.toString())));
    }

    /** Until the process that looks answers. */
    public void awaitDoor() throws IOException, InterruptedException {
        long until = System.nanoTime() + Math.round(START_SECONDS * 1e9);
        while (System.nanoTime() < until) {
            if (!supervisor.alive()) {
                throw new IOException("kakou run ended: " + supervisor.line(1));
            }
            try {
                JsonNode unused = street();
                return;
            } catch (IOException e) {
                boolean unused = new CountDownLatch(1).await(POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        throw new IOException("kakou run is not up after " + START_SECONDS + " s");
    }

    public Deployment deployment() throws IOException {
        return Deployment.read(folder.resolve("d/run/deployment.json"));
    }

    /** How the street is looked at, as the internal door tells it. */
    public JsonNode street() throws IOException, InterruptedException {
        return ask("/street");
    }

    /**
     * What the internal door answers.
     *
     * @param path with its query
     * @throws IOException in one line, where there is no door yet, or it refuses
     */
    public JsonNode ask(String path) throws IOException, InterruptedException {
        if (!Files.exists(folder.resolve("d/run/deployment.json"))) {
            throw new IOException("not started yet");
        }
        Deployment where = deployment();
        HttpRequest request = HttpRequest.newBuilder(URI.create(where.doorUrl() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + where.secrets().doorToken())
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != HTTP_OK) {
            throw new IOException(path + " is answered with " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    /** Of the process that looks. */
    public ProcessMeter analysis() throws IOException {
        return meter(Role.ANALYSIS);
    }

    /** Of the JVMs that do the work, by their roles' names; who is being started anew is not among them. */
    public Map<String, ProcessMeter> roles() throws IOException {
        Map<String, ProcessMeter> roles = new TreeMap<>();
        for (Role role : Role.values()) {
            if (Files.exists(pidFile(role))) {
                roles.put(role.word(), meter(role));
            }
        }
        return roles;
    }

    private ProcessMeter meter(Role role) throws IOException {
        return new ProcessMeter(Long.parseLong(Files.readString(pidFile(role)).strip()));
    }

    private Path pidFile(Role role) {
        return folder.resolve("d/run").resolve(role.word() + ".pid");
    }

    /** Seconds of a core of all its processes. */
    public double cpuSeconds() throws IOException {
        double sum = 0;
        for (long pid : pids()) {
            sum += new ProcessMeter(pid).cpuSeconds();
        }
        return sum;
    }

    public double rssMiB() throws IOException {
        double sum = 0;
        for (long pid : pids()) {
            sum += new ProcessMeter(pid).rssMiB();
        }
        return sum;
    }

    private List<Long> pids() {
        ProcessHandle first = ProcessHandle.of(supervisor.meter().pid()).orElseThrow();
        return Stream.concat(Stream.of(first), first.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Returns when all its processes have ended: they write into the folder until then. */
    @Override
    public void close() {
        List<ProcessHandle> below = ProcessHandle.of(supervisor.meter().pid())
                .map(first -> first.descendants().toList())
                .orElse(List.of());
        supervisor.close();
        for (ProcessHandle each : below) {
            try {
                var unused = each.onExit().get(END_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                each.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

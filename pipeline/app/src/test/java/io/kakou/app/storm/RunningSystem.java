package io.kakou.app.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.embedded.LoopbackPorts;
import io.kakou.app.role.Deployment;
import io.kakou.app.role.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code kakou run} as a process, the processes below it, and what they say. */
final class RunningSystem implements AutoCloseable {
    private static final String FIRST_LOGIN = "room: first login: admin ";
    private static final String ALERT = "analysis: alert ";
    private static final long PATIENCE_SECONDS = 300;

    private final Path folder;
    private final Ledger ledger;
    private final int page;
    private final CompletableFuture<String> firstPassword = new CompletableFuture<>();
    private final Map<Role, Integer> ready = new EnumMap<>(Role.class);
    private final Map<Long, ProcessHandle> everStarted = new ConcurrentHashMap<>();
    private @Nullable Process process;

    RunningSystem(Path folder, Ledger ledger) throws IOException {
        this.folder = folder;
        this.ledger = ledger;
        this.page = LoopbackPorts.free();
    }

    /** Writes its settings; cameras by their addresses. */
    void settings(Map<String, String> cameras) throws IOException {
        List<String> lines = new ArrayList<>();
        cameras.forEach((id, url) ->
                lines.add("- {id: " + id + ", kind: LIFT, subStream: \"" + url + "\", watched: [EBIKE_IN_LIFT]}"));
        Files.write(folder.resolve("cameras.yml"), lines);
        Files.writeString(
                folder.resolve("kakou.yml"), "data: d\nconsole: {port: " + page + "}\nseed: {cameras: cameras.yml}\n");
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path arguments = folder.resolve("run.args");
        Files.writeString(arguments, "-Xmx128m -XX:+UseSerialGC -cp \"" + System.getProperty("java.class.path") + "\"");
        command.add("@" + arguments);
        command.addAll(List.of(
                "io.kakou.app.Kakou", "run", "-c", folder.resolve("kakou.yml").toString()));
        Process born = new ProcessBuilder(command).redirectErrorStream(true).start();
        process = born;
        Thread reader = new Thread(() -> read(born), "kakou-run");
        reader.setDaemon(true);
        reader.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + page);
    }

    String firstPassword() throws Exception {
        return firstPassword.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    Deployment deployment() throws IOException {
        return Deployment.read(running("deployment.json"));
    }

    Path data() {
        return folder.resolve("d");
    }

    /** How often each role said that it is ready. */
    synchronized Map<Role, Integer> ready() {
        return Map.copyOf(ready);
    }

    long pid(Role role) throws IOException {
        return Long.parseLong(Files.readString(running(role.word() + ".pid")).strip());
    }

    /** SIGKILL. */
    void kill(Target target, RandomGenerator random) throws IOException, InterruptedException {
        List<ProcessHandle> victims = victims(target, random);
        victims.forEach(ProcessHandle::destroyForcibly);
        if (target.endsSupervisor()) {
            assertThat(supervisor().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    private List<ProcessHandle> victims(Target target, RandomGenerator random) throws IOException {
        return switch (target) {
            case ANALYSIS -> List.of(of(pid(Role.ANALYSIS)));
            case ROOM -> List.of(of(pid(Role.ROOM)));
            case LOG -> List.of(of(pid(Role.LOG)));
            case POSTMASTER -> List.of(postmaster());
            case BACKEND -> {
                List<ProcessHandle> backends = postmaster().children().toList();
                yield List.of(backends.get(random.nextInt(backends.size())));
            }
            case SUPERVISOR -> List.of(supervisor().toHandle());
            case EVERYTHING -> all();
        };
    }

    private List<ProcessHandle> all() {
        Process first = supervisor();
        Stream<ProcessHandle> below = first.toHandle().descendants();
        return Stream.concat(Stream.of(first.toHandle()), below).toList();
    }

    ProcessHandle postmaster() throws IOException {
        return of(Long.parseLong(Files.readAllLines(data().resolve("database/data/postmaster.pid"))
                .get(0)
                .strip()));
    }

    /** Processes seen earlier that still run and are not of the tree that runs now. */
    List<ProcessHandle> orphans() {
        List<ProcessHandle> now = all();
        return everStarted.values().stream()
                .filter(ProcessHandle::isAlive)
                .filter(one -> !now.contains(one))
                .toList();
    }

    /** Remembers the processes that run now. */
    void note() {
        all().forEach(one -> everStarted.put(one.pid(), one));
    }

    private Process supervisor() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    private static ProcessHandle of(long pid) {
        return ProcessHandle.of(pid).orElseThrow();
    }

    private Path running(String file) {
        return data().resolve("run").resolve(file);
    }

    private void read(Process from) {
        try (BufferedReader lines = from.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                hear(line.startsWith("kakou: ") ? line.substring("kakou: ".length()) : line);
            }
        } catch (IOException e) {
            System.out.println("kakou run says nothing more: " + e.getMessage());
        }
    }

    private void hear(String line) {
        if (line.startsWith(FIRST_LOGIN)) {
            firstPassword.complete(line.substring(FIRST_LOGIN.length()).split(" ", 2)[0]);
        } else if (line.startsWith(ALERT)) {
            String[] words = line.substring(ALERT.length()).split(" ", 3);
            ledger.alerts().add(words[0] + ' ' + words[1]);
        } else if (line.endsWith(" is ready")) {
            named(line).ifPresent(this::count);
        }
    }

    private static Optional<Role> named(String line) {
        String name = line.substring(0, line.indexOf(' ')).toUpperCase(Locale.ROOT);
        return Stream.of(Role.values()).filter(role -> role.name().equals(name)).findFirst();
    }

    private synchronized void count(Role role) {
        ready.merge(role, 1, Integer::sum);
    }

    /** As Ctrl-C ends it, and by force where that takes too long. */
    @Override
    public void close() {
        Process ending = process;
        if (ending == null || !ending.isAlive()) {
            return;
        }
        List<ProcessHandle> tree = all();
        ending.destroy();
        boolean ended = ended(ending);
        List<Long> left = tree.stream()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        assertThat(ended).as("kakou run ends when it is told to").isTrue();
        assertThat(left).as("processes that outlive kakou run").isEmpty();
    }

    private static boolean ended(Process ending) {
        try {
            return ending.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package io.kakou.app.embedded.flink;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.services.LogService;
import io.kakou.jobs.JobSettings;
import io.kakou.jobs.log.Log;
import io.kakou.jobs.room.CommandRoomJob;
import io.kakou.jobs.room.RoomSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The room's job in a process of its own, so that it can be killed; its temporary files are its own too. */
final class ChildRoom implements AutoCloseable {
    private static final String LOG = "KAKOU_TEST_LOG";
    private static final String RUNS = "runs at ";
    private static final long LONGEST_SECONDS = 90;

    private final Process process;
    private final CompletableFuture<Long> runsAt = new CompletableFuture<>();

    private ChildRoom(Process process) {
        this.process = process;
    }

    /** Starts it without waiting. */
    static ChildRoom start(Path folder, Path temporary, LogService log) throws IOException {
        Files.createDirectories(temporary);
        Path arguments = Files.writeString(
                Files.createTempFile(folder.getParent(), "child", ".args"),
                "-cp \"" + System.getProperty("java.class.path") + "\"");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + arguments,
                        "-Xmx512m",
                        "-Djava.io.tmpdir=" + temporary,
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        ChildRoom.class.getName(),
                        folder.toString())
                .redirectErrorStream(true);
        // Not on the command line, which everybody on the machine can read.
        command.environment().put(LOG, new ObjectMapper().writeValueAsString(log));
        Process process = command.start();
        ChildRoom child = new ChildRoom(process);
        new Thread(child::read, "child-room").start();
        return child;
    }

    /** Waits until the job runs; when that was, epoch milliseconds. */
    long awaitRunning() throws Exception {
        return runsAt.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** Lets it end by itself, as it does when its parent is gone. */
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(RUNS)) {
                    runsAt.complete(Long.parseLong(line.substring(RUNS.length())));
                }
            }
        } catch (IOException e) {
            said.append(e.getMessage());
        }
        runsAt.completeExceptionally(new IllegalStateException("the child ended:\n" + said));
    }

    public static void main(String[] arguments) throws Exception {
        CountDownLatch parentGone = new CountDownLatch(1);
        Thread watch = new Thread(() -> awaitEnd(parentGone), "parent");
        watch.setDaemon(true);
        watch.start();
        try (EmbeddedFlink flink = new EmbeddedFlink(Path.of(arguments[0]))) {
            flink.start();
            var unused = run(flink, new ObjectMapper().readValue(System.getenv(LOG), LogService.class));
            System.out.println(RUNS + System.currentTimeMillis());
            parentGone.await();
        }
    }

    static CompletableFuture<Void> run(EmbeddedFlink flink, LogService service) {
        Log log = new Log(service.clients(), CommandRoomJob.NAME);
        return flink.run(
                CommandRoomJob.NAME, new JobSettings(flink.checkpoints(), 0.5, 0.005, 1), flow -> new CommandRoomJob(
                                RoomSettings.DEFAULT)
                        .build(flow, CommandRoomJob.from(log), CommandRoomJob.to(log)));
    }

    private static void awaitEnd(CountDownLatch parentGone) {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said to it but that it may end.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            parentGone.countDown();
        }
    }
}

package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@code kakou run} as people start it, and every line it prints. */
final class RunProgram implements AutoCloseable {
    private static final long STOP_SECONDS = 60;

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    RunProgram(Path folder, Path config) throws IOException {
        List<String> command = JavaCommand.of(
                folder.resolve("run.args"),
                List.of("-Xmx256m"),
                List.of("io.kakou.app.Kakou", "run", "-c", "" + config));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        KakouProcess.logOwnWay(builder);
        process = builder.start();
        Thread reader = new Thread(this::read, "run-program");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                System.out.println(line);
                add(line);
            }
        } catch (IOException e) {
            add("ended: " + e.getMessage());
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    /** The lines so far that begin so. */
    List<String> lines(String start) {
        return lines.stream().filter(line -> line.startsWith(start)).toList();
    }

    /** The first line that is so, now or within the time. */
    synchronized String await(String what, Predicate<String> wanted, double seconds) throws InterruptedException {
        long until = System.nanoTime() + Math.round(seconds * 1e9);
        while (lines.stream().noneMatch(wanted)) {
            long left = until - System.nanoTime();
            assertThat(left)
                    .as("%s within %s s; said: %s", what, seconds, lines)
                    .isPositive();
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return lines.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** As Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        var unused = process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .join()
                .destroyForcibly();
    }
}

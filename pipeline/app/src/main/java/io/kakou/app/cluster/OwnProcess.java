package io.kakou.app.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A part's process, which outlives whoever started it and is known again by its number. A number is soon another's: ours is
 * told by its argument file, which no other process is started with.
 */
final class OwnProcess {
    private static final int LONGEST_SECONDS = 30;

    private final Path arguments;
    private final Path number;
    private final Path log;

    OwnProcess(Path folder, Part part) {
        arguments = folder.resolve("run").resolve(part.word() + ".args");
        number = folder.resolve("run").resolve(part.word() + ".pid");
        log = folder.resolve("logs").resolve(part.word() + ".log");
    }

    /** Is given to java as {@code @file}. */
    Path arguments() {
        return arguments;
    }

    Path log() {
        return log;
    }

    void start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Files.writeString(number, process.pid() + "\n");
    }

    Optional<ProcessHandle> running() throws IOException {
        if (!Files.exists(number)) {
            return Optional.empty();
        }
        String said = Files.readString(number).strip();
        return said.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(said))
                        .filter(ProcessHandle::isAlive)
                        .filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        return List.of(process.info().arguments().orElse(new String[0])).contains("@" + arguments);
    }

    /** SIGKILL; returns when it is gone. */
    void kill() throws IOException, InterruptedException {
        end(true);
    }

    /** Lets it end by itself, and kills it where it does not. */
    void stop() throws IOException, InterruptedException {
        end(false);
        end(true);
    }

    private void end(boolean byForce) throws IOException, InterruptedException {
        Optional<ProcessHandle> process = running();
        if (process.isEmpty()) {
            return;
        }
        boolean unused =
                byForce ? process.get().destroyForcibly() : process.get().destroy();
        try {
            var unusedProcess = process.get().onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            if (byForce) {
                throw new IOException("process " + process.get().pid() + " does not end", e);
            }
        }
    }
}

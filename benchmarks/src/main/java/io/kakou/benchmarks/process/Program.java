package io.kakou.benchmarks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs to its end. */
public final class Program {
    private static final long PATIENCE_SECONDS = 120;
    private static final int SHOWN = 2000;

    private Program() {}

    /** Whether the machine has it and it ends well. */
    public static boolean runs(List<String> words) throws InterruptedException {
        try {
            String unused = run(words);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * What it wrote.
     *
     * @throws IOException with its last words, where it cannot be started, does not end in time or does not end well
     */
    public static String run(List<String> words) throws IOException, InterruptedException {
        Path said = Files.createTempFile("kakou-program", ".txt");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            try {
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                String text = Files.readString(said, UTF_8);
                if (!ended || process.exitValue() != 0) {
                    throw new IOException(String.join(" ", words)
                            + (ended ? " failed: " : " takes too long: ")
                            + text.substring(Math.max(0, text.length() - SHOWN)));
                }
                return text;
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.delete(said);
        }
    }
}

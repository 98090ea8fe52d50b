package io.kakou.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Another process, told and heard by lines. It ends with this one. */
public final class Child implements AutoCloseable {
    private static final int MOST_LINES = 100_000;
    private static final double END_SECONDS = 10;
    private static final int SHOWN = 2000;

    private final String name;
    private final Process process;
    private final Path errors;
    private final BlockingQueue<String> said = new ArrayBlockingQueue<>(MOST_LINES);
    private final Thread ending;

    private Child(String name, List<String> words) throws IOException {
        this.name = name;
        this.errors = Files.createTempFile("kakou-" + name, ".log");
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(errors.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        this.process = builder.start();
        this.ending = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
        Thread reader = new Thread(this::listen, name + "-out");
        reader.setDaemon(true);
        reader.start();
    }

    /** A JVM like ours, from our class path, with so much heap. */
    public static Child java(String name, int heapMiB, String main, List<String> arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> words = new ArrayList<>(List.of(java, "-Xmx" + heapMiB + "m", "-XX:+UseSerialGC"));
        // What a collection frees is given back, so that RSS can fall.
        words.addAll(List.of("-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40"));
        words.add("-Dorg.bytedeco.javacpp.nopointergc=true");
        words.add(main);
        words.addAll(arguments);
        return new Child(name, words);
    }

    /** Any program. */
    public static Child program(String name, List<String> words) throws IOException {
        return new Child(name, words);
    }

    /** What the kernel says of it. */
    public ProcessMeter meter() {
        return new ProcessMeter(process.pid());
    }

    /** Says a line to it. */
    public void tell(String line) throws IOException {
        Writer in = process.outputWriter();
        in.write(line + '\n');
        in.flush();
    }

    /**
     * The next line that it says.
     *
     * @throws IOException with its last words, where it ends or says nothing for so long
     */
    public String line(double seconds) throws IOException, InterruptedException {
        long until = System.nanoTime() + Math.round(seconds * 1e9);
        while (System.nanoTime() < until) {
            String line = said.poll(100, TimeUnit.MILLISECONDS);
            if (line != null) {
                return line;
            }
            if (!process.isAlive() && said.isEmpty()) {
                throw new IOException(name + " ended with " + process.exitValue() + lastWords());
            }
        }
        throw new IOException(name + " said nothing for " + seconds + " s" + lastWords());
    }

    /** Ends what it hears, and waits until it has ended by itself; whether it did in time. */
    public boolean end(double seconds) throws IOException, InterruptedException {
        process.outputWriter().close();
        return process.waitFor((long) (seconds * 1000), TimeUnit.MILLISECONDS);
    }

    /** Whether it has not ended. */
    public boolean alive() {
        return process.isAlive();
    }

    /** As a power cut does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor((long) (END_SECONDS * 1000), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(ending);
            Files.deleteIfExists(errors);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.offer(line);
            }
        } catch (IOException e) {
            said.offer("");
        }
    }

    private String lastWords() throws IOException {
        String all = Files.readString(errors).strip();
        return all.isEmpty() ? "" : ": " + all.substring(Math.max(0, all.length() - SHOWN));
    }
}

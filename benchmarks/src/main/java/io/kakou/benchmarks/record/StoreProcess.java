package io.kakou.benchmarks.record;

import io.kakou.app.embedded.S3Door;
import io.kakou.benchmarks.process.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The embedded object store in a process of its own, which can be killed and started again on the same port and files. */
public final class StoreProcess implements AutoCloseable {
    private static final int HEAP_MIB = 512;
    private static final double START_SECONDS = 60;
    private static final String PORT = "[0-9]+";

    private final Path folder;
    private final S3Door door;
    private Child process;
    private final int port;
    private double spent;
    private boolean away;

    private StoreProcess(Path folder, S3Door door) throws IOException, InterruptedException {
        this.folder = folder;
        this.door = door;
        this.process = process(0);
        this.port = Integer.parseInt(answer());
    }

    /**
     * Starts it on a free port.
     *
     * @throws IOException with its last words, where it does not come up
     */
    public static StoreProcess start(Path folder, S3Door door) throws IOException, InterruptedException {
        return new StoreProcess(folder, door);
    }

    /** On 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Kills it, where it is there. */
    public void leave() throws IOException, InterruptedException {
        if (!away) {
            spent += process.meter().cpuSeconds();
            process.kill();
            process.close();
            away = true;
        }
    }

    /** Starts it again, where it was killed. */
    public void comeBack() throws IOException, InterruptedException {
        if (away) {
            process = process(port);
            String unused = answer();
            away = false;
        }
    }

    /** Of all its processes so far. */
    public double cpuSeconds() throws IOException {
        return away ? spent : spent + process.meter().cpuSeconds();
    }

    /** 0 while it is away. */
    public double rssMiB() throws IOException {
        return away ? 0 : process.meter().rssMiB();
    }

    private Child process(int on) throws IOException {
        List<String> words = List.of(folder.toString(), Integer.toString(on), door.accessKey(), door.secretKey());
        return Child.java("store", HEAP_MIB, StoreServer.class.getName(), words);
    }

    /** The port it says; what libraries log stands before it. */
    private String answer() throws IOException, InterruptedException {
        String line = process.line(START_SECONDS);
        while (!line.matches(PORT)) {
            line = process.line(START_SECONDS);
        }
        return line;
    }

    @Override
    public void close() {
        process.close();
    }
}

package io.kakou.benchmarks.ingest;

import io.kakou.app.Kakou;
import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.ProcessMeter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code kakou camera} in a process of its own. */
public final class SimulatedStreet implements AutoCloseable {
    private static final int HEAP_MIB = 512;
    private static final double START_SECONDS = 60;

    private final Child process;
    private final List<String> urls;

    private SimulatedStreet(Child process, List<String> urls) {
        this.process = process;
        this.urls = urls;
    }

    /**
     * Starts it; its addresses are known then.
     *
     * @param port 0 takes a free one
     */
    public static SimulatedStreet start(List<Path> films, int cameras, int port)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("camera"));
        films.forEach(film -> words.add(film.toString()));
        words.addAll(List.of("--cameras", Integer.toString(cameras), "--port", Integer.toString(port)));
        Child process = Child.java("cameras", HEAP_MIB, Kakou.class.getName(), words);
        List<String> urls = new ArrayList<>();
        while (urls.size() < cameras) {
            urls.add(process.line(START_SECONDS));
        }
        return new SimulatedStreet(process, urls);
    }

    /** A camera each. */
    public List<String> urls() {
        return urls;
    }

    int port() {
        return URI.create(urls.get(0)).getPort();
    }

    ProcessMeter meter() {
        return process.meter();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}

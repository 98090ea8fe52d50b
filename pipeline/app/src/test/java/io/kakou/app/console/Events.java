package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A stream of server-sent events, read on its own thread. */
final class Events implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Pings come for ever; what is waited for does not. */
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final InputStream stream;
    private String lastId = "";

    record Event(String id, String name, JsonNode data) {}

    Events(InputStream stream) {
        this.stream = stream;
        Thread thread = new Thread(this::read, "events");
        thread.setDaemon(true);
        thread.start();
    }

    /** The id a browser would resume from. */
    String lastId() {
        return lastId;
    }

    /** The next event of this kind that is wanted; what comes before is passed over. */
    JsonNode await(String name, Predicate<JsonNode> wanted) throws InterruptedException {
        long start = System.nanoTime();
        for (Event event = next(); System.nanoTime() - start < LONGEST_NANOS; event = next()) {
            lastId = event.id().isEmpty() ? lastId : event.id();
            if (event.name().equals(name) && wanted.test(event.data())) {
                return event.data();
            }
        }
        throw new AssertionError("no such " + name + " within 60 s");
    }

    /** The server has ended the stream. */
    void awaitEnd() throws InterruptedException {
        for (Event event = next(); !event.name().equals("ended"); event = next()) {
            assertThat(event.name()).isNotEqualTo("broken");
        }
    }

    private Event next() throws InterruptedException {
        Event event = events.poll(30, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event within 30 s");
        }
        return event;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            String id = "";
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(id, name, JSON.readTree(line.substring(6))));
                    id = "";
                }
            }
            events.add(new Event("", "ended", JSON.nullNode()));
        } catch (IOException e) {
            events.add(new Event("", "broken", JSON.nullNode()));
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}

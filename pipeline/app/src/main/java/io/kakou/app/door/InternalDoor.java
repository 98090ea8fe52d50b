package io.kakou.app.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kakou.app.cameras.Witness;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /cameras/{id}/picture.jpg}, {@code GET /cameras/{id}/live.mp4}, {@code GET /health}, {@code GET /street},
 * {@code POST /probe}, what is under {@code /footage/} and {@code /models}, each with {@code Authorization: Bearer token}. Errors are JSON:
 * {@code {"error": "one line"}}.
 */
public final class InternalDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InternalDoor.class);
    private static final String JSON = "application/json";
    private static final Pattern CAMERA = Pattern.compile("/cameras/([A-Za-z0-9._-]{1,64})/(picture\\.jpg|live\\.mp4)");
    /** A live stream takes a thread as long as it is watched. */
    private static final int MOST_AT_ONCE = 64;

    private static final int MOST_BODY_BYTES = 16 << 10;
    /** The others stay free for pictures, health and probes. */
    private static final int MOST_VIEWERS = 48;

    private static final double STALLED_SECONDS = 30;
    private static final String LOOPBACK = "127.0.0.1";

    private final String host;
    private final int port;
    private final byte[] authorization;
    private final Function<String, @Nullable Witness> cameras;
    private final Answers answers;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;
    private final LiveViewers viewers;

    /**
     * Where it listens.
     *
     * @param host an address or name of this machine
     * @param port 0 takes a free one
     */
    public record Place(String host, int port) {}

    /** What the door answers in JSON. */
    public interface Answers {
        /** Of the whole process. */
        byte[] health();

        /** How the work is shared among the cameras, and what was done. */
        byte[] street();

        /**
         * Checks a camera's address; takes some seconds.
         *
         * @throws IllegalArgumentException in one line, where the request is none
         */
        byte[] probe(byte[] request);

        /**
         * Of recorded footage; null where nothing of that name is here.
         *
         * @throws IllegalArgumentException in one line, where the request is none
         */
        default @Nullable Answer footage(Asked asked) throws InterruptedException {
            return null;
        }

        /** Of the models that cameras can be looked at with; null where nothing of that name is here. */
        default @Nullable Answer models(Asked asked) {
            return null;
        }
    }

    /** What is answered. */
    @SuppressWarnings("ArrayRecordComponent") // Handed over, compared by nobody.
    public record Answer(int status, String type, byte[] body) {
        /** 200, a record. */
        public static Answer json(Record record) {
            return new Answer(200, JSON, Json.write(record));
        }

        /** An error in one line. */
        public static Answer error(int status, String line) {
            String quoted = line.replaceAll("[\\\\\"\\p{Cntrl}]", "'");
            return new Answer(status, JSON, ("{\"error\":\"" + quoted + "\"}").getBytes(UTF_8));
        }
    }

    /**
     * A door that is not open, for this machine alone.
     *
     * @param port 0 takes a free one
     * @param cameras what is kept of a camera's pictures, or null
     */
    public InternalDoor(int port, String token, Function<String, @Nullable Witness> cameras, Answers answers) {
        this(new Place(LOOPBACK, port), token, cameras, answers);
    }

    /** The same at another place. */
    public InternalDoor(Place place, String token, Function<String, @Nullable Witness> cameras, Answers answers) {
        this(place, token, cameras, answers, new LiveViewers(MOST_VIEWERS, STALLED_SECONDS));
    }

    InternalDoor(
            Place place,
            String token,
            Function<String, @Nullable Witness> cameras,
            Answers answers,
            LiveViewers viewers) {
        this.viewers = viewers;
        this.host = place.host();
        this.port = place.port();
        this.authorization = ("Bearer " + token).getBytes(UTF_8);
        this.cameras = cameras;
        this.answers = answers;
    }

    /** Opens it. */
    public synchronized void start() throws IOException {
        if (server != null) {
            return;
        }
        HttpServer opening = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), InternalDoor::thread);
        opening.setExecutor(pool);
        opening.createContext("/", this::answer);
        opening.start();
        server = opening;
        threads = pool;
    }

    /** The port it listens on. */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("the door is not open");
        }
        return server.getAddress().getPort();
    }

    @Override
    public synchronized void close() {
        viewers.close();
        if (server != null && threads != null) {
            threads.shutdownNow();
            server.stop(0);
            server = null;
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "door");
        thread.setDaemon(true);
        return thread;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            answerOpen(exchange);
        }
    }

    private void answerOpen(HttpExchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (IllegalArgumentException e) {
            error(exchange, 400, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            LOG.debug("the door was closed");
        } catch (RuntimeException e) {
            LOG.error("{} failed", exchange.getRequestURI().getPath(), e);
            error(exchange, 500, "a fault of our own; the log of the analysis process tells more");
        }
    }

    private void route(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        String asked = exchange.getRequestMethod() + ' ' + path;
        Matcher camera = CAMERA.matcher(path);
        if (!authorized(exchange)) {
            error(exchange, 401, "no token, or a wrong one; allowed: Authorization: Bearer with this installation's");
        } else if (asked.equals("GET /health")) {
            send(exchange, "application/json", answers.health());
        } else if (asked.equals("GET /street")) {
            send(exchange, "application/json", answers.street());
        } else if (asked.equals("POST /probe")) {
            send(exchange, "application/json", answers.probe(body(exchange)));
        } else if (asked.startsWith("GET ") && camera.matches()) {
            camera(exchange, camera.group(1), camera.group(2));
        } else if (path.equals("/models") || path.startsWith("/models/")) {
            models(exchange, path);
        } else if (path.startsWith("/footage/")) {
            footage(exchange, path);
        } else {
            missing(exchange, asked);
        }
    }

    private void models(HttpExchange exchange, String path) throws IOException {
        String method = exchange.getRequestMethod();
        Answer answer = answers.models(new Asked(method, path, query(exchange.getRequestURI()), body(exchange)));
        if (answer == null) {
            missing(exchange, method + ' ' + path);
        } else {
            send(exchange, answer);
        }
    }

    private void footage(HttpExchange exchange, String path) throws IOException, InterruptedException {
        String method = exchange.getRequestMethod();
        Asked asked = new Asked(method, path, query(exchange.getRequestURI()), body(exchange));
        Answer answer = answers.footage(asked);
        if (answer == null) {
            missing(exchange, method + ' ' + path);
        } else {
            send(exchange, answer);
        }
    }

    private static Map<String, String> query(URI asked) {
        Map<String, String> words = new HashMap<>();
        String query = asked.getRawQuery();
        for (String word : query == null ? new String[0] : query.split("&")) {
            String[] parts = word.split("=", 2);
            words.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
        }
        return words;
    }

    private static void missing(HttpExchange exchange, String asked) throws IOException {
        error(
                exchange,
                404,
                asked + " is not here; allowed: GET /health, GET /street, POST /probe,"
                        + " GET /cameras/{id}/picture.jpg, GET /cameras/{id}/live.mp4, and /footage/");
    }

    private boolean authorized(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), authorization);
    }

    private void camera(HttpExchange exchange, String id, String what) throws IOException, InterruptedException {
        Witness witness = cameras.apply(id);
        if (witness == null) {
            error(exchange, 404, "camera " + id + " is not watched here");
        } else if (what.equals("live.mp4")) {
            live(exchange, witness);
        } else {
            byte[] picture = witness.picture();
            if (picture == null) {
                error(exchange, 404, "camera " + id + " has not shown a picture yet");
            } else {
                send(exchange, "image/jpeg", picture);
            }
        }
    }

    private void live(HttpExchange exchange, Witness witness) throws IOException, InterruptedException {
        try (Witness.Live live = witness.live()) {
            String trouble = viewers.show(exchange, live);
            if (trouble != null) {
                error(exchange, 503, trouble);
            }
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
        if (body.length > MOST_BODY_BYTES) {
            throw new IllegalArgumentException("the request is too long; allowed: " + MOST_BODY_BYTES + " bytes");
        }
        return body;
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        send(exchange, new Answer(200, type, body));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private static void error(HttpExchange exchange, int status, String line) throws IOException {
        if (exchange.getResponseCode() != -1) {
            return; // too late: the answer has begun
        }
        send(exchange, Answer.error(status, line));
    }
}

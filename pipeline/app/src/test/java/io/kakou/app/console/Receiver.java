package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Somebody else's system, which hears and answers as it likes. */
final class Receiver implements AutoCloseable {
    private static final long LONGEST_SECONDS = 30;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Heard> heard = new ArrayList<>();
    private volatile Manner manner = call -> Answer.of(204);

    record Heard(String query, String type, String id, String timestamp, String signature, String body) {}

    record Answer(int status, String body, String location) {
        /** Keeps the line open and says nothing. */
        static final Answer NEVER = of(0);

        static Answer of(int status) {
            return new Answer(status, "", "");
        }
    }

    /** What it answers. */
    interface Manner {
        Answer to(Heard call);
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?access_token=t");
    }

    void answers(Manner how) {
        manner = how;
    }

    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** So many that are wanted, in the order that they were heard. */
    synchronized List<Heard> await(int count, Predicate<Heard> wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (heard.stream().filter(wanted).count() < count) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("heard within " + LONGEST_SECONDS + " s: " + heard);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return heard.stream().filter(wanted).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        Heard call = new Heard(
                String.valueOf(exchange.getRequestURI().getRawQuery()),
                header(exchange, "Content-Type"),
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        synchronized (this) {
            heard.add(call);
            notifyAll();
        }
        Answer answer = manner.to(call);
        if (answer.equals(Answer.NEVER)) {
            awaitClose();
            return;
        }
        if (!answer.location().isEmpty()) {
            exchange.getResponseHeaders().add("Location", answer.location());
        }
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

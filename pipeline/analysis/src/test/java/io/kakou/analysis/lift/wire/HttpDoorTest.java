package io.kakou.analysis.lift.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.kakou.analysis.lift.Answer;
import io.kakou.analysis.lift.Hold;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpDoorTest {
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{\"held\":true,\"doorClosed\":false,\"generation\":17}";
    private volatile boolean silent;
    private HttpDoor door;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/door", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            if (silent) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            byte[] body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/door";
        door = new HttpDoor(HttpClient.newHttpClient(), url, InstantSource.system());
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_hold_carries_its_seconds_its_generation_and_its_absolute_end() throws Exception {
        Instant end = Instant.now().plusSeconds(5);
        assertThat(door.hold(hold(end)).get(10, TimeUnit.SECONDS)).isEqualTo(new Answer(true, false, 17));
        assertThat(received.take())
                .contains("\"command\":\"hold-open\"", "\"seconds\":6", "\"generation\":17", "\"expiresAt\":\"" + end);
    }

    @Test
    void an_older_generation_hears_the_one_that_is_obeyed() throws Exception {
        status = 409;
        answer = "{\"generation\":21}";
        assertThat(door.hold(hold(Instant.now().plusSeconds(5))).get(10, TimeUnit.SECONDS))
                .isEqualTo(new Answer(false, null, 21));
    }

    @Test
    void what_has_expired_is_not_sent() {
        assertThatThrownBy(() -> door.hold(hold(Instant.now().minusMillis(1))).get(10, TimeUnit.SECONDS))
                .hasMessageContaining("expired before it could be sent");
        assertThat(received).isEmpty();
    }

    @Test
    void one_that_is_silent_or_says_nonsense_or_refuses_fails_in_time_with_its_address() {
        silent = true;
        assertThatThrownBy(() -> door.hold(hold(Instant.now().plusMillis(300))).get(5, TimeUnit.SECONDS))
                .hasMessageContaining("/door: ");
        silent = false;
        answer = "<html>";
        assertThatThrownBy(() -> door.look().get(5, TimeUnit.SECONDS)).hasMessageContaining("not JSON");
        status = 503;
        assertThatThrownBy(() -> door.look().get(5, TimeUnit.SECONDS)).hasMessageContaining("it answers 503");
    }

    private static Hold hold(Instant end) {
        return new Hold("lift-1", 6, end, 17, 3, "alert-1");
    }
}

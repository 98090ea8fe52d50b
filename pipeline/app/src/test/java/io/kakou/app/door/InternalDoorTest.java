package io.kakou.app.door;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.clip.ClipRecorder;
import io.kakou.analysis.watch.Judged;
import io.kakou.app.cameras.Witness;
import io.kakou.events.Alert;
import io.kakou.rtsp.AccessUnit;
import io.kakou.rtsp.codec.Wanted;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The door over real HTTP, with a camera that shows as much as anybody takes. */
class InternalDoorTest {
    private static final long LIMIT_SECONDS = 20;

    private final Endless camera = new Endless();
    private final InternalDoor door = new InternalDoor(
            new InternalDoor.Place("127.0.0.1", 0),
            "secret",
            id -> id.equals("lift-1") ? camera : null,
            new Answers(),
            new LiveViewers(1, 0.5));
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws Exception {
        door.start();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /health | '' | 401 | no token, or a wrong one",
                "GET | /health | Bearer secre | 401 | no token, or a wrong one",
                "GET | /health | Bearer secrets | 401 | no token, or a wrong one",
                "GET | /health | Basic secret | 401 | no token, or a wrong one",
                "POST | /probe | Bearer wrong | 401 | no token, or a wrong one",
                "GET | /cameras/lift-1/picture.jpg | Bearer wrong | 401 | no token, or a wrong one",
                "GET | /cameras/lift-1/live.mp4 | '' | 401 | no token, or a wrong one",
                "GET | /nothing | Bearer wrong | 401 | no token, or a wrong one",
                "GET | /health | Bearer secret | 200 | \"all\":\"well\"",
                "POST | /probe | Bearer secret | 400 | what a probe is not",
                "POST | /health | Bearer secret | 404 | POST /health is not here; allowed: GET /health",
                "GET | /cameras/lift-9/picture.jpg | Bearer secret | 404 | camera lift-9 is not watched here",
                "GET | /cameras/lift-9/live.mp4 | Bearer secret | 404 | camera lift-9 is not watched here",
                "GET | /cameras/lift-1/picture.jpg | Bearer secret | 404 | camera lift-1 has not shown a picture yet",
                "GET | /cameras/..%2f..%2fetc/picture.jpg | Bearer secret | 404 | is not here",
            })
    void every_door_asks_for_the_token_and_says_what_is_wrong(
            String method, String path, String authorization, int status, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("POST") ? "?" : ""));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(body).doesNotContain("secret");
    }

    @Test
    void a_body_without_end_is_refused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/probe"))
                .header("Authorization", "Bearer secret")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[17 << 10]))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("the request is too long; allowed: 16384 bytes");
    }

    @Test
    void one_who_reads_no_more_is_sent_away_and_makes_room() throws Exception {
        try (Socket slow = live()) {
            assertThat(status(slow)).contains("200");
            assertThat(camera.shown.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            try (Socket refused = live()) {
                assertThat(status(refused)).contains("503");
            }
            assertThat(camera.ended.await(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("the streams of both, the refused one and the slow one, are closed")
                    .isTrue();
        }
    }

    private Socket live() throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()));
        socket.getOutputStream()
                .write("GET /cameras/lift-1/live.mp4 HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer secret\r\n\r\n"
                        .getBytes(US_ASCII));
        return socket;
    }

    private static String status(Socket socket) throws Exception {
        InputStream in = socket.getInputStream();
        return new String(in.readNBytes("HTTP/1.1 200".length()), US_ASCII);
    }

    private static final class Answers implements InternalDoor.Answers {
        @Override
        public byte[] health() {
            return "{\"all\":\"well\"}".getBytes(UTF_8);
        }

        @Override
        public byte[] street() {
            return "{\"street\":true}".getBytes(UTF_8);
        }

        @Override
        public byte[] probe(byte[] request) {
            throw new IllegalArgumentException("what a probe is not");
        }
    }

    private static final class Endless implements Witness, Witness.Live {
        private final CountDownLatch shown = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(2);

        @Override
        public Wanted wanted() {
            return Wanted.EVERY_PICTURE;
        }

        @Override
        public Live live() {
            return this;
        }

        @Override
        public byte[] next(double seconds) {
            shown.countDown();
            return new byte[1 << 16];
        }

        @Override
        public boolean ended() {
            return false;
        }

        @Override
        public void close() {
            ended.countDown();
        }

        @Override
        public void reach(ClipRecorder.Reach reach) {}

        @Override
        public void sessionBegins() {}

        @Override
        public void accept(AccessUnit unit) {}

        @Override
        public void judged(Judged judged, Consumer<Alert> publish) {}

        @Override
        public byte @Nullable [] picture() {
            return null;
        }
    }
}

package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.Certificate;
import io.kakou.app.embedded.postgres.EmbeddedPostgres;
import io.kakou.console.ConsoleServer;
import io.kakou.console.ConsoleSettings;
import io.kakou.console.Seed;
import io.kakou.console.accounts.FirstLogin;
import io.kakou.console.clips.S3Settings;
import io.kakou.console.door.DoorSettings;
import io.kakou.console.schema.DatabaseSettings;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the console listens and how it is reached there; the log is away. */
class ConsolePlaceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static @Nullable FirstLogin first;

    @BeforeAll
    static void start() {
        postgres = new EmbeddedPostgres(folder.resolve("database"));
        postgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void with_a_certificate_the_session_travels_on_tls_alone() throws Exception {
        Certificate made = Certificate.in(folder.resolve("made"));
        ConsoleSettings.Tls tls = new ConsoleSettings.Tls(made.certificate(), made.key());
        try (ConsoleServer console = console(new ConsoleSettings.Place("127.0.0.1", 0, List.of(), tls, false))) {
            assertThat(console.url()).startsWith("https://127.0.0.1:");
            HttpClient browser =
                    HttpClient.newBuilder().sslContext(trusting(made)).build();
            HttpResponse<String> in = signIn(browser, console);
            assertThat(in.headers().firstValue("Set-Cookie").orElse("")).contains("; Secure");
            assertThat(json(in).get("insecure").asBoolean()).isFalse();
        }
    }

    @Test
    void without_one_the_page_is_told_that_it_is_insecure_and_answers_to_its_own_names_alone() throws Exception {
        try (ConsoleServer console =
                console(new ConsoleSettings.Place("0.0.0.0", 0, List.of("room.example"), null, true))) {
            int port = URI.create(console.url()).getPort();
            HttpResponse<String> in =
                    signIn(HttpClient.newHttpClient(), URI.create("http://127.0.0.1:" + port + "/api/login"));
            assertThat(json(in).get("insecure").asBoolean()).isTrue();
            assertThat(statusLine(port, "room.example:" + port)).startsWith("HTTP/1.1 401");
            assertThat(statusLine(port, "localhost")).startsWith("HTTP/1.1 401");
            assertThat(statusLine(port, "evil.example")).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void a_port_that_somebody_has_is_named_by_its_key() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ConsoleServer console = server(ConsoleSettings.Place.loopback(taken.getLocalPort()))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> console.start(Seed.NOTHING))
                    .withMessageStartingWith("the page cannot be served at console.host 127.0.0.1, console.port "
                            + taken.getLocalPort() + ": ");
        }
    }

    private static ConsoleServer console(ConsoleSettings.Place place) {
        ConsoleServer console = server(place);
        console.start(Seed.NOTHING);
        first = first == null ? console.firstLogin().orElseThrow() : first;
        return console;
    }

    private static ConsoleServer server(ConsoleSettings.Place place) {
        URI nowhere = URI.create("http://127.0.0.1:1");
        return new ConsoleServer(
                new ConsoleSettings(
                        place,
                        new DatabaseSettings(postgres.url(), EmbeddedPostgres.USER, postgres.password()),
                        Map.of("bootstrap.servers", "127.0.0.1:1"),
                        new S3Settings(nowhere.toString(), "us-east-1", "kakou", "key", "secret-key"),
                        folder),
                Installation.SECRETS,
                () -> new DoorSettings(nowhere, "token"),
                InstantSource.system());
    }

    private static HttpResponse<String> signIn(HttpClient browser, ConsoleServer console) throws Exception {
        return signIn(browser, URI.create(console.url()).resolve("/api/login"));
    }

    private static HttpResponse<String> signIn(HttpClient browser, URI login) throws Exception {
        FirstLogin known = first;
        assertThat(known).isNotNull();
        String body = known == null
                ? ""
                : JSON.writeValueAsString(Map.of("user", known.user(), "password", known.password()));
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(login)
                        .header("X-Kakou", "1")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    /** By hand: the JDK's client lets nobody choose the host. */
    private static String statusLine(int port, String host) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET /api/me HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private static SSLContext trusting(Certificate made) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(made.certificate())) {
            trusted.setCertificateEntry(
                    "made", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}

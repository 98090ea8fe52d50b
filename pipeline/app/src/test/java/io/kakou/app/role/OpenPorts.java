package io.kakou.app.role;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.fail;

import io.kakou.app.embedded.ListeningSockets;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.kafka.clients.admin.Admin;

/** Every port that the processes of an installation listen on: whose it is, where, and what it says to a stranger. */
final class OpenPorts {
    private static final int SHORT_MILLIS = 3_000;

    private final Deployment deployment;
    private final Path running;
    /** What was found, by its owner. */
    private final Set<String> owners = new TreeSet<>();

    /** @param running the folder of the roles' pid files */
    OpenPorts(Deployment deployment, Path running) {
        this.deployment = deployment;
        this.running = running;
    }

    /** Fails on one that nobody knows, is not on 127.0.0.1, or serves who shows no credentials. */
    Set<String> check() throws Exception {
        long room = Long.parseLong(Files.readString(running.resolve("room.pid")).strip());
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            for (ListeningSockets.Socket socket : ListeningSockets.open(process.pid())) {
                assertThat(ListeningSockets.LOOPBACK).contains(socket.address());
                check(socket.port(), process.pid() == room);
            }
        }
        return owners;
    }

    private void check(int port, boolean isRooms) throws Exception {
        Deployment.Ports ports = deployment.ports();
        if (port == ports.log()) {
            owners.add("log");
            refusesAdmin("bootstrap.servers", port);
        } else if (port == ports.controller()) {
            owners.add("controller");
            refusesAdmin("bootstrap.controllers", port);
        } else if (port == ports.store()) {
            owners.add("store");
            assertThat(status(port, "/kakou")).isEqualTo(403);
        } else if (port == ports.door()) {
            owners.add("door");
            assertThat(status(port, "/health")).isEqualTo(401);
        } else if (port == ports.database()) {
            owners.add("database");
            refusesLogin();
        } else if (port == deployment.console().port()) {
            owners.add("console");
            assertThat(status(port, "/api/cameras")).isEqualTo(401);
        } else if (isRooms) {
            owners.add("flink");
            refusesStrangers(port);
        } else {
            fail("port " + port + " is nobody's");
        }
    }

    private static void refusesAdmin(String key, int port) {
        Map<String, Object> stranger = Map.of(
                key, "127.0.0.1:" + port, "default.api.timeout.ms", SHORT_MILLIS, "request.timeout.ms", SHORT_MILLIS);
        try (Admin admin = Admin.create(stranger)) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> admin.describeCluster().nodes().get(30, TimeUnit.SECONDS));
        }
    }

    private static int status(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private void refusesLogin() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(
                                deployment.services().database().url(),
                                deployment.services().database().user(),
                                "guessed")
                        .close())
                .satisfies(e -> assertThat(e.getSQLState()).startsWith("28"));
    }

    /** Neither in the open nor by TLS without a key of theirs does a byte of an answer come. */
    private static void refusesStrangers(int port) throws Exception {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port)) {
            plain.setSoTimeout(10 * SHORT_MILLIS);
            assertThat(answer(plain)).doesNotContain("HTTP/1.1 200");
        }
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
        try (SSLSocket socket =
                (SSLSocket) trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10 * SHORT_MILLIS);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> answer(socket))
                    .withMessageMatching("(?s).*(certificate|handshake|alert|reset|closed).*");
        }
    }

    private static String answer(Socket socket) throws IOException {
        socket.getOutputStream().write("GET /overview HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(US_ASCII));
        socket.getOutputStream().flush();
        InputStream in = socket.getInputStream();
        return new String(in.readNBytes(64), US_ASCII);
    }

    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new IllegalStateException("no server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Whoever it is.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

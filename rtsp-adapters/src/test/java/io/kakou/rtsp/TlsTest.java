package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.RtspException.Code;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RTSP over TLS against a camera that signed its certificate itself, as cameras do. */
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    static Path folder;

    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());
    private final Heard heard = new Heard();

    @BeforeEach
    void startLoops() {
        loops.start();
    }

    @AfterEach
    void closeLoops() {
        loops.close();
    }

    @Test
    void a_camera_is_known_by_its_fingerprint_and_the_next_one_is_not() throws Exception {
        KeyStore store = store();
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(store.getCertificate("camera").getEncoded());
        try (ScriptedCamera camera = camera(store)) {
            String pin = "#sha256=" + HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
            try (RtspSession session = session(camera, pin, Transport.AUTO)) {
                session.start();
                assertThat(heard.take(1)).hasSize(1);
                assertThat(camera.asked("OPTIONS"))
                        .startsWith("OPTIONS rtsps://")
                        .doesNotContain("sha256");
            }
            hash[0]++;
            try (RtspSession session =
                    session(camera, "#sha256=" + HexFormat.of().formatHex(hash), Transport.AUTO)) {
                session.start();
                assertThat(heard.failure())
                        .hasMessageStartingWith("cam-1: TLS: ")
                        .hasMessageContaining("at rtsps://");
            }
        }
    }

    @Test
    void nobody_vouches_for_it_unless_nothing_is_asked() throws Exception {
        try (ScriptedCamera camera = camera(store())) {
            try (RtspSession session = session(camera, "", Transport.AUTO)) {
                session.start();
                RtspException why = heard.failure();
                assertThat(why.code()).isEqualTo(Code.REJECTED);
                assertThat(why).hasMessageStartingWith("cam-1: TLS: ");
                assertThat(camera.requests).as("nothing is said to a stranger").isEmpty();
            }
            try (RtspSession session = session(camera, "#insecure", Transport.AUTO)) {
                session.start();
                assertThat(heard.take(1)).hasSize(1);
            }
        }
    }

    @Test
    void datagrams_would_leave_it() throws Exception {
        try (ScriptedCamera camera = camera(store());
                RtspSession session = session(camera, "#insecure", Transport.UDP)) {
            session.start();
            assertThat(heard.failure())
                    .hasMessageStartingWith("cam-1: SETUP: RTP over UDP would leave TLS; allowed: AUTO and TCP, at ");
        }
    }

    private RtspSession session(ScriptedCamera camera, String trust, Transport transport) {
        RtspAddress address = RtspAddress.of("cam-1", camera.url().replace("rtsp:", "rtsps:") + trust);
        return new RtspSession(loops, address, SessionSettings.defaults().withTransport(transport), heard);
    }

    private static ScriptedCamera camera(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new ScriptedCamera(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                request -> switch (request.split(" ", 2)[0]) {
                    case "SETUP" -> "200 OK\r\nSession: 7\r\n\r\n";
                    case "PLAY" ->
                        ScriptedCamera.usual(request) + frame(1, Nal.SPS) + frame(2, Nal.PPS) + frame(3, Nal.idr(9, 1));
                    default -> ScriptedCamera.usual(request);
                });
    }

    private static String frame(int sequence, byte[] payload) {
        ByteBuf frame = Unpooled.buffer().writeByte('$').writeByte(0).writeShort(12 + payload.length);
        frame.writeByte(0x80).writeByte((payload[0] & 0x1f) < 6 ? 0xe0 : 0x60).writeShort(sequence);
        frame.writeInt(0).writeInt(1).writeBytes(payload);
        return frame.toString(StandardCharsets.ISO_8859_1);
    }

    private static KeyStore store() throws Exception {
        Path file = folder.resolve("camera.p12");
        if (Files.notExists(file)) {
            Tool.run(
                    folder,
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "camera",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=camera",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(PASSWORD),
                    "-keystore",
                    file.toString());
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}

package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.codec.AfterLoss;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions with what is no camera, or none today. */
class BadCameraTest {
    private static final SessionSettings HASTY =
            new SessionSettings(2, 0.2, 0.2, 0.2, 1, 1 << 20, AfterLoss.WAIT_FOR_KEYFRAME);

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
    void a_port_where_nobody_listens_refuses() throws Exception {
        int port;
        try (ServerSocket free = listen()) {
            port = free.getLocalPort();
        }
        try (RtspSession session = session("127.0.0.1", port)) {
            RtspException why = heard.failure();
            assertThat(why.code()).isEqualTo(Code.REFUSED);
            assertThat(why).hasMessageStartingWith("cam-1: connection refused at rtsp://127.0.0.1:" + port + "/x");
            assertThat(session.state()).isEqualTo(RtspSession.State.FAILED);
        }
    }

    @Test
    void a_host_that_nobody_knows_is_said_by_name() throws Exception {
        assumeTrue(unknown("camera.invalid"), "needs platform: a name server that does not know every name");
        try (RtspSession session = session("camera.invalid", 554)) {
            assertThat(heard.failure()).hasMessage("cam-1: unknown host \"camera.invalid\"");
            assertThat(session.state()).isEqualTo(RtspSession.State.FAILED);
        }
    }

    @Test
    void a_server_that_never_answers_times_out() throws Exception {
        try (ServerSocket server = listen();
                RtspSession session = session("127.0.0.1", server.getLocalPort())) {
            assertThat(heard.failure().code()).isEqualTo(Code.TIMED_OUT);
            assertThat(session.state()).isEqualTo(RtspSession.State.FAILED);
        }
    }

    @Test
    void a_server_that_hangs_up_at_once_closed() throws Exception {
        try (ServerSocket server = listen();
                RtspSession session = session("127.0.0.1", server.getLocalPort())) {
            server.accept().close();
            assertThat(heard.failure().code()).isEqualTo(Code.CLOSED);
            assertThat(session.state()).isEqualTo(RtspSession.State.FAILED);
        }
    }

    @Test
    void a_web_server_sends_garbage() throws Exception {
        assertThat(answered("<html>no</html>".getBytes(StandardCharsets.US_ASCII))
                        .code())
                .isEqualTo(Code.GARBAGE);
    }

    @Test
    void random_bytes_are_garbage_or_silence() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            byte[] bytes = new byte[5000];
            new Random(seed).nextBytes(bytes);
            assertThat(answered(bytes).code()).as("seed %d", seed).isIn(Code.GARBAGE, Code.TIMED_OUT);
        }
    }

    private RtspException answered(byte[] bytes) throws Exception {
        try (ServerSocket server = listen();
                RtspSession session = session("127.0.0.1", server.getLocalPort());
                Socket client = server.accept()) {
            client.getOutputStream().write(bytes);
            RtspException why = heard.failure();
            assertThat(session.state()).isEqualTo(RtspSession.State.FAILED);
            assertThat(heard.failures).isEmpty();
            return why;
        }
    }

    private RtspSession session(String host, int port) {
        RtspAddress address = RtspAddress.of("cam-1", "rtsp://" + host + ':' + port + "/x");
        RtspSession session = new RtspSession(loops, address, HASTY, heard);
        session.start();
        return session;
    }

    private static ServerSocket listen() throws Exception {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static boolean unknown(String host) {
        try {
            return InetAddress.getByName(host) == null;
        } catch (UnknownHostException e) {
            return true;
        }
    }
}

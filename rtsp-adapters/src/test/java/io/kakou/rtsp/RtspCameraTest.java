package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.RtspSession.State;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtspCameraTest {
    private static final CameraSettings QUICK = new CameraSettings(SessionSettings.defaults(), 0.02, 0.1, 0.1, 2, 0, 0);

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

    @ParameterizedTest
    @CsvSource({
        "REFUSED, 1, 0.5, 1",
        "CLOSED, 2, 0.5, 2",
        "REFUSED, 3, 0.5, 4",
        "REFUSED, 7, 0.5, 60",
        "TIMED_OUT, 900, 0.5, 60",
        "REFUSED, 1, 0, 0.8",
        "REFUSED, 1, 1, 1.2",
        "REFUSED, 9, 1, 72",
        "UNAUTHORIZED, 1, 0.5, 120",
        "UNAUTHORIZED, 900, 0.5, 120"
    })
    void each_failure_in_a_row_is_waited_for_longer_up_to_a_bound(
            Code code, int failures, double chance, double seconds) {
        assertThat(CameraSettings.defaults().retrySeconds(code, failures, chance))
                .isCloseTo(seconds, within(1e-9));
    }

    @Test
    void it_comes_back_when_its_server_does_and_backs_off_meanwhile() throws Exception {
        RtspServer first = server(0);
        int port = first.port();
        try (RtspCamera camera = camera(port)) {
            camera.start();
            heard.awaitState(State.STREAMING);
            first.close();
            assertThat(heard.failure().code()).isEqualTo(Code.CLOSED);
            assertThat(heard.failure().code()).isEqualTo(Code.REFUSED);
            assertThat(heard.failure().code()).isEqualTo(Code.REFUSED);
            assertThat(heard.retries).startsWith(0.02, 0.04, 0.08);

            RtspServer second = server(port);
            heard.awaitState(State.STREAMING);
            heard.units.clear();
            assertThat(heard.take(5)).hasSize(5);
            heard.retries.clear();
            second.close();
            heard.awaitState(State.CONNECTING);
            assertThat(heard.retries.peek())
                    .as("a session that ran well begins the count anew")
                    .isEqualTo(0.02);
        }
    }

    @Test
    void once_closed_it_tries_no_more_and_tells_nothing() throws Exception {
        RtspCamera camera = camera(server(0).port());
        camera.start();
        heard.awaitState(State.STREAMING);
        camera.close();
        camera.close();
        camera.start();
        int units = heard.units.size();
        heard.states.clear();

        assertThat(heard.failures).isEmpty();
        assertThat(camera).hasToString("RtspCamera[cam-1, CLOSED]");
        loops.close();
        assertThat(heard.units).hasSize(units);
        assertThat(heard.states).isEmpty();
    }

    /** A thousand goodbyes one after the other are a minute. */
    @Test
    void a_goodbye_can_be_said_without_waiting_for_its_answer() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        try (ScriptedCamera slow = ScriptedCamera.plain(request -> answer(request, answered))) {
            RtspCamera camera = new RtspCamera(loops, RtspAddress.of("cam-1", slow.url()), QUICK, heard);
            camera.start();
            heard.awaitState(State.PLAYING);
            assertTimeoutPreemptively(Duration.ofSeconds(4), camera::beginClose);
            assertThat(slow.asked("TEARDOWN")).contains("TEARDOWN");
            answered.countDown();
            assertTimeoutPreemptively(Duration.ofSeconds(4), camera::close);
            assertThat(camera).hasToString("RtspCamera[cam-1, CLOSED]");
        }
    }

    private static String answer(String request, CountDownLatch answered) {
        if (request.startsWith("SETUP")) {
            return ScriptedCamera.OK + "\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 7\r\n\r\n";
        }
        if (request.startsWith("TEARDOWN")) {
            try {
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return ScriptedCamera.usual(request);
    }

    @Test
    void loops_closed_under_a_camera_hang_nothing() throws Exception {
        RtspCamera camera = camera(server(0).port());
        camera.start();
        heard.awaitState(State.STREAMING);
        assertTimeoutPreemptively(Duration.ofSeconds(4), loops::close);
        assertTimeoutPreemptively(Duration.ofSeconds(4), camera::close);
    }

    @Test
    void closed_while_it_waits_it_waits_no_more() throws Exception {
        RtspServer gone = server(0);
        int port = gone.port();
        gone.close();
        RtspCamera camera = camera(port);
        camera.start();
        heard.failure();
        camera.close();
        assertThat(camera).hasToString("RtspCamera[cam-1, FAILED]");
    }

    @Test
    void impossible_settings_are_refused_by_key_and_value() {
        assertThatThrownBy(() -> new CameraSettings(SessionSettings.defaults(), 1, 0.5, 1, 2, 0, 0))
                .hasMessage("mostRetrySeconds 0.5; allowed: 1.0 to 3600.0");
    }

    private RtspCamera camera(int port) {
        return new RtspCamera(loops, RtspAddress.of("cam-1", "rtsp://127.0.0.1:" + port + "/cam"), QUICK, heard);
    }

    private RtspServer server(int port) throws Exception {
        RtspServer server =
                new RtspServer(loops, ServerSettings.defaults().withPort(port), Map.of("cam", MadeUp.gop(20, 100)));
        server.start();
        return server;
    }
}

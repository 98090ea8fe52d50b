package io.kakou.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.kakou.app.StagedLift;
import io.kakou.app.serve.ServedFile;
import io.kakou.events.Stage;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.DigestHash;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraCheckTest {
    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());

    @BeforeEach
    void start() {
        loops.start();
    }

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void a_camera_is_described_as_its_stream_is() throws Exception {
        try (RtspServer server = served(ServerSettings.defaults().withPort(0))) {
            CheckReport report = new CameraCheck(loops, 4).run(address(server.url("cam")));
            assertThat(report.codec()).isEqualTo("H.264");
            assertThat(report.profile()).contains("@");
            assertThat(report.offer()).isEqualTo("video H264");
            assertThat(report.width()).isBetween(160, 1920);
            assertThat(report.height()).isBetween(90, 1080);
            assertThat(report.framesPerSecond()).isBetween(5.0, 60.0);
            assertThat(report.kilobitsPerSecond()).isPositive();
            assertThat(report.clockOffsetSeconds()).isCloseTo(0, within(1.0));
            assertThat(report.seconds()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void a_wrong_password_fails_at_authenticate() throws Exception {
        ServerSettings closed =
                ServerSettings.defaults().withPort(0).withCredentials(new Credentials("u", "p"), DigestHash.MD5);
        try (RtspServer server = served(closed)) {
            assertFails(server.url("cam"), Stage.AUTHENTICATE);
        }
    }

    @ParameterizedTest
    @CsvSource({"rtsp://127.0.0.1:1/x, CONNECT", "rtsp://nobody.invalid/x, NAME"})
    void the_stage_that_failed_is_named(String url, Stage stage) {
        assertFails(url, stage);
    }

    private void assertFails(String url, Stage stage) {
        CameraCheck check = new CameraCheck(loops, 1);
        assertThatExceptionOfType(CheckFailed.class)
                .isThrownBy(() -> check.run(address(url)))
                .withMessageStartingWith("failed at ")
                .withMessageNotContaining("\n")
                .satisfies(e -> assertThat(e.stage()).isEqualTo(stage));
    }

    private static RtspAddress address(String url) {
        return RtspAddress.of("probe", url);
    }

    private RtspServer served(ServerSettings settings) throws Exception {
        RtspServer server = new RtspServer(loops, settings, Map.of("cam", ServedFile.of(StagedLift.clip())));
        server.start();
        return server;
    }
}

package io.kakou.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.kakou.app.StagedLift;
import io.kakou.app.cameras.BadCamera;
import io.kakou.app.cameras.BadCamera.Fault;
import io.kakou.app.cameras.SmallFilm;
import io.kakou.app.serve.ServedFile;
import io.kakou.events.Stage;
import io.kakou.models.Size;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.SessionSettings;
import io.kakou.rtsp.Transport;
import io.kakou.rtsp.codec.AfterLoss;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.simulate.Simulator;
import io.kakou.rtsp.simulate.SimulatorSettings;
import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.DigestHash;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraCheckTest {
    private static final SessionSettings HASTY =
            new SessionSettings(1, 0.7, 1, 1, 2, 8 << 20, AfterLoss.WAIT_FOR_KEYFRAME);

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
            assertThat(report.transport()).isEqualTo(Transport.TCP);
            assertThat(report.width()).isBetween(160, 1920);
            assertThat(report.height()).isBetween(90, 1080);
            assertThat(report.framesPerSecond()).isBetween(5.0, 60.0);
            assertThat(report.kilobitsPerSecond()).isPositive();
            assertThat(report.clockOffsetSeconds()).isCloseTo(0, within(1.0));
            assertThat(report.seconds()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void a_missing_password_fails_at_authenticate() throws Exception {
        ServerSettings closed =
                ServerSettings.defaults().withPort(0).withCredentials(new Credentials("u", "p"), DigestHash.MD5);
        try (RtspServer server = served(closed)) {
            assertFails(
                    server.url("cam"),
                    Stage.AUTHENTICATE,
                    "failed at authenticate: DESCRIBE: needs a user and a password (401) at " + server.url("cam"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rtsp://127.0.0.1:1/x | CONNECT | failed at connect: connection refused at rtsp://127.0.0.1:1/x",
                "rtsp://nobody.invalid/x | NAME | failed at name: unknown host \"nobody.invalid\""
            })
    void the_stage_that_failed_is_named(String url, Stage stage, String line) {
        assertFails(url, stage, line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLOSES_ON_CONNECT | CONNECT | the camera closed the connection, at URL",
                "RANDOM_BYTES | CONNECT | no RTSP, it begins with",
                "WEB_SERVER | CONNECT | what it sends is no RTSP message, at URL",
                "SILENT | CONNECT | OPTIONS: no answer within 0.7 s from URL",
                "BLACK_HOLE | CONNECT | no connection within 1.0 s to URL",
                "CLOSES_AFTER_DESCRIBE | SETUP | the camera closed the connection, at URL",
                "CLOSES_AFTER_PLAY | FIRST_PACKET | the camera closed the connection, at URL",
                "GARBAGE_AFTER_PLAY | FIRST_PACKET | what it sends is no RTP of its video, for 1.0 s, at URL",
                "MPEG4 | DESCRIBE | DESCRIBE: no H.264, H.265 or JPEG video, it offers video MP4V-ES, at URL",
            })
    void what_is_no_camera_fails_in_one_line(Fault fault, Stage stage, String line) throws Exception {
        try (BadCamera camera = new BadCamera(0, fault)) {
            String words = stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            assertFails(camera.url(), stage, "failed at " + words + ": " + line.replace("URL", camera.url()));
        }
    }

    @Test
    void a_large_picture_and_keyframes_far_apart_get_advice(@TempDir Path folder) throws Exception {
        Path film = SmallFilm.write(folder.resolve("a.mp4"), new Size(704, 400), 8, 6);
        try (RtspServer server = served(ServerSettings.defaults(), film)) {
            CheckReport report = new CameraCheck(loops, 7).run(address(server.url("cam")));
            assertThat(report.width()).isEqualTo(704);
            assertThat(report.gopSeconds()).isCloseTo(6.0, within(0.2));
            assertThat(report.gopFrames()).isEqualTo(72);
            assertThat(report.framesPerSecond()).isCloseTo(12, within(0.5));
            assertThat(report.advice())
                    .containsExactly(
                            "704×400 is more than is looked at: give the sub stream, at most 640×360",
                            "keyframes are up to 6.0 s apart: set the interval to 2 s");
        }
    }

    @Test
    void an_h265_camera_is_described_and_advised(@TempDir Path folder) throws Exception {
        Path film = H265Film.write(folder.resolve("a.mp4"));
        try (RtspServer server = served(ServerSettings.defaults(), film)) {
            CheckReport report = new CameraCheck(loops, 2).run(address(server.url("cam")));
            assertThat(report.codec()).isEqualTo("H.265");
            assertThat(report.offer()).isEqualTo("video H265");
            assertThat(report.profile()).startsWith("hev1.1.6.L");
            assertThat(report.width()).isEqualTo(320);
            assertThat(report.height()).isEqualTo(180);
            assertThat(report.framesPerSecond()).isCloseTo(25, within(1.0));
            assertThat(report.gopSeconds()).isCloseTo(1.0, within(0.1));
            assertThat(report.advice())
                    .containsExactly(
                            "H.265 costs more to look at, and not every browser plays it: set the sub stream to H.264");
        }
    }

    @Test
    void a_camera_whose_clock_is_wrong_is_told_how_far(@TempDir Path folder) throws Exception {
        Path film = SmallFilm.write(folder.resolve("a.mp4"), new Size(192, 112), 3, 1);
        ServerSettings late = ServerSettings.defaults()
                .withCameraClock(() -> InstantSource.system().instant().minusSeconds(90));
        try (RtspServer server = served(late, film)) {
            CheckReport report = new CameraCheck(loops, 2).run(address(server.url("cam")));
            assertThat(report.clockOffsetSeconds()).isCloseTo(-90.0, within(1.0));
            assertThat(report.advice())
                    .singleElement()
                    .asString()
                    .matches("its clock is -(89|90)\\.[0-9] s from ours: give it a time server \\(NTP\\)");
        }
    }

    @Test
    void a_camera_that_sends_nothing_over_tcp_is_looked_at_over_udp(@TempDir Path folder) throws Exception {
        Path film = SmallFilm.write(folder.resolve("a.mp4"), new Size(192, 112), 3, 1);
        try (Simulator camera = simulated(film, "tcp-silent")) {
            CheckReport report =
                    new CameraCheck(loops, 2, HASTY).run(address(camera.urls().get(0)));
            assertThat(report.transport()).isEqualTo(Transport.UDP);
            assertThat(report.advice())
                    .first()
                    .asString()
                    .startsWith("it agrees to send over TCP and sends nothing; over UDP it does, and is watched so");
        }
    }

    @Test
    void a_camera_that_sends_nothing_either_way_fails_at_the_first_packet(@TempDir Path folder) throws Exception {
        Path film = SmallFilm.write(folder.resolve("a.mp4"), new Size(192, 112), 3, 1);
        try (Simulator camera = simulated(film, "tcp-silent", "udp-silent")) {
            String url = camera.urls().get(0);
            assertFails(
                    url,
                    Stage.FIRST_PACKET,
                    "failed at first packet: no packet for 1.0 s, at " + url + "; over UDP: no packet for 1.0 s, at "
                            + url);
        }
    }

    private void assertFails(String url, Stage stage, String line) {
        CameraCheck check = new CameraCheck(loops, 1, HASTY);
        assertThatExceptionOfType(CheckFailed.class)
                .isThrownBy(() -> check.run(address(url)))
                .withMessageStartingWith(line)
                .withMessageNotContaining("\n")
                .satisfies(e -> assertThat(e.stage()).isEqualTo(stage));
    }

    private static RtspAddress address(String url) {
        return RtspAddress.of("probe", url);
    }

    private Simulator simulated(Path film, String... faults) throws Exception {
        SimulatorSettings one = new SimulatorSettings(
                1,
                Arrays.stream(faults).map(io.kakou.rtsp.simulate.Fault::parse).toList(),
                1);
        Simulator simulator =
                new Simulator(loops, ServerSettings.defaults().withPort(0), one, List.of(ServedFile.of(film)));
        simulator.start();
        return simulator;
    }

    private RtspServer served(ServerSettings settings) throws Exception {
        return served(settings, StagedLift.clip());
    }

    private RtspServer served(ServerSettings settings, Path film) throws Exception {
        RtspServer server = new RtspServer(loops, settings, Map.of("cam", ServedFile.of(film)));
        server.start();
        return server;
    }
}

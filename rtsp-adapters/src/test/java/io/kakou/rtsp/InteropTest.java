package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.codec.AnnexB;
import io.kakou.rtsp.codec.NalType;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.serve.StreamUnit;
import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.DigestHash;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against programs that were not written here; whose servers deliver what is tried by {@code kakou bench interop}. */
class InteropTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final int PICTURES = 75;
    /** A server's first report may come after three: 2.5 on the average, and spread by half (RFC 3550 §6.2, §6.3.1). */
    private static final int LONG_SECONDS = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

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
    void gstRtspServerTakesOurDigestAndItsReportsGiveTheCamerasTime() throws Exception {
        Path sample = Tool.sample(folder, LONG_SECONDS);
        try (Gst gst = new Gst(sample, "admin", "s3same");
                RtspSession session = session(gst.url("admin:s3same@"))) {
            session.start();
            boolean told = false;
            for (int i = 0; i < LONG_SECONDS * PICTURES / 3 && !told; i++) {
                told = heard.take(1).get(0).cameraTime() != null;
            }
            assertThat(told).isTrue();
        }
    }

    @Test
    void gstRtspServerRefusesAWrongPassword() throws Exception {
        Path sample = Tool.sample(folder);
        try (Gst gst = new Gst(sample, "admin", "s3same");
                RtspSession session = session(gst.url("admin:open@"))) {
            session.start();
            assertThat(heard.failure().code()).isEqualTo(Code.UNAUTHORIZED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void ffmpegDecodesFromOurServerWhatItDecodesFromTheFile(String transport) throws Exception {
        Path sample = Tool.sample(folder);
        try (RtspServer server = server(sample, ServerSettings.defaults())) {
            String expected = Tool.run(folder, "ffmpeg", "-v", "error", "-i", sample.toString(), "-f", "framemd5", "-");
            String actual = Tool.run(
                    folder,
                    "ffmpeg",
                    "-v",
                    "error",
                    "-rtsp_transport",
                    transport,
                    "-i",
                    server.url("cam"),
                    "-frames:v",
                    "60",
                    "-fps_mode",
                    "passthrough",
                    "-f",
                    "framemd5",
                    "-");

            assertThat(hashes(actual)).hasSize(60).isEqualTo(hashes(expected).subList(0, 60));
        }
    }

    @Test
    void ffprobeComesInWithAPasswordAndSeesTheFormat() throws Exception {
        Path sample = Tool.sample(folder);
        Tool.require("ffprobe", "-version");
        ServerSettings settings =
                ServerSettings.defaults().withCredentials(new Credentials("admin", "s3same"), DigestHash.MD5);
        try (RtspServer server = server(sample, settings)) {
            String url = server.url("cam").replace("rtsp://", "rtsp://admin:s3same@");
            String seen = Tool.run(
                    folder,
                    "ffprobe",
                    "-v",
                    "error",
                    "-rtsp_transport",
                    "tcp",
                    "-show_entries",
                    "stream=codec_name,width,height",
                    "-of",
                    "csv=p=0",
                    url);

            assertThat(seen.strip()).isEqualTo("h264,320,180");
        }
    }

    private RtspSession session(String url) {
        return new RtspSession(loops, RtspAddress.of("cam-1", url), SessionSettings.defaults(), heard);
    }

    private RtspServer server(Path sample, ServerSettings settings) throws Exception {
        RtspServer server = new RtspServer(loops, settings, Map.of("cam", new MadeUp(units(sample))));
        server.start();
        return server;
    }

    /** The file's pictures, each with the time that ffprobe gives for it. */
    private List<StreamUnit> units(Path sample) throws Exception {
        Tool.require("ffprobe", "-version");
        List<String> times = Tool.run(
                        folder,
                        "ffprobe",
                        "-v",
                        "error",
                        "-show_entries",
                        "packet=pts_time",
                        "-of",
                        "csv=p=0",
                        sample.toString())
                .lines()
                .map(line -> line.replace(",", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        List<StreamUnit> units = new ArrayList<>();
        List<byte[]> pending = new ArrayList<>();
        for (ByteBuf nal : AnnexB.split(Tool.annexB(folder, sample))) {
            byte[] bytes = ByteBufUtil.getBytes(nal);
            pending.add(bytes);
            int type = NalType.of(bytes[0]);
            if (type == NalType.SLICE || type == NalType.IDR) {
                double seconds = Double.parseDouble(times.get(units.size()));
                units.add(new StreamUnit(seconds, type == NalType.IDR, Nal.annexB(pending.toArray(byte[][]::new))));
                pending.clear();
            }
        }
        assertThat(units).hasSize(PICTURES);
        return units;
    }

    private static List<String> hashes(String framemd5) {
        return framemd5.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }

    /** gst-rtsp-server in a process of its own, which ends with its standard input. */
    private final class Gst implements AutoCloseable {
        private final Process process;
        private final String port;

        Gst(Path sample, String user, String password) throws Exception {
            Tool.require(PYTHON, "-c", "import gi; gi.require_version('GstRtspServer', '1.0')");
            process = new ProcessBuilder(PYTHON, script(), sample.toString(), "--login", user, password)
                    .redirectError(folder.resolve("gst.err").toFile())
                    .start();
            port = Objects.requireNonNull(
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                            .readLine(),
                    "gst-rtsp-server did not start");
        }

        String url(String userInfo) {
            return "rtsp://" + userInfo + "127.0.0.1:" + port + "/cam";
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.onExit()
                    .orTimeout(5, TimeUnit.SECONDS)
                    .exceptionally(late -> process.destroyForcibly())
                    .join();
        }

        private static String script() throws Exception {
            return Path.of(Objects.requireNonNull(InteropTest.class.getResource("gst_camera.py"))
                            .toURI())
                    .toString();
        }
    }
}

package io.kakou.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.console.cameras.file.CameraImport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamerasCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_template_is_printed_or_written_once_and_never_over_another_file() throws Exception {
        assertThat(run("cameras", "template")).isZero();
        assertThat(out).hasToString(CameraImport.template());
        Path file = folder.resolve("cameras.csv");
        assertThat(run("cameras", "template", file.toString())).isZero();
        assertThat(Files.readString(file)).isEqualTo(CameraImport.template());
        Files.write(file, "mine".getBytes(UTF_8));
        assertThat(run("cameras", "template", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be written; allowed: a file that is not there yet");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cameras                               | nothing to do; allowed: import, template",
                "cameras import f.csv                  | --crs is missing; allowed: wgs84 (GPS), gcj02 (Amap, Tencent)",
                "cameras import f.csv --crs mars       | --crs is \"mars\"; allowed: wgs84 (GPS)",
                "cameras import f.csv --crs wgs84 --console ftp://h | --console is \"ftp://h\"; allowed: http[s]://host",
                "camera find 10.0.0.7                  | an address without a scheme; allowed: onvif://",
                "camera find rtsp://u:secret@h/x       | an address that is no ONVIF device; allowed: onvif://",
            })
    void a_wrong_word_is_told_with_what_is_allowed(String words, String line) {
        assertThat(run(words.strip().split(" +", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(line).doesNotContain("secret");
    }

    @Test
    void a_file_that_is_not_there_is_told_before_anybody_is_asked_for_a_password() {
        assertThat(run("cameras", "import", folder.resolve("none.csv").toString(), "--crs", "wgs84"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none.csv cannot be read");
    }

    @Test
    void a_camera_that_does_not_answer_is_told_without_its_password() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(run("camera", "find", "onvif://admin:secret@127.0.0.1:" + port))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("127.0.0.1: nobody listens at http://127.0.0.1:" + port)
                .doesNotContain("secret");
    }

    private int run(String... words) {
        return KakouCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }
}

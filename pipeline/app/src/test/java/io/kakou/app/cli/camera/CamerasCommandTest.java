package io.kakou.app.cli.camera;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kakou.app.cli.KakouCommand;
import io.kakou.console.cameras.file.CameraImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0 | refused | line 7     refused  what is wrong | ; nothing was imported",
                "0 | 2 | warning | file       warning  what is wrong | ; imported 2",
            })
    void a_report_is_told_line_by_line_and_ends_with_what_became_of_it(
            int refused, int imported, String word, String line, String end) throws Exception {
        String finding =
                "{\"line\":%d,\"refuses\":%b,\"text\":\"what is wrong\"}".formatted(refused > 0 ? 7 : 0, refused > 0);
        String report = ("{\"form\":\"CSV, GBK\",\"coordinates\":\"GCJ02\",\"lines\":3,\"kept\":0,\"ready\":2,"
                        + "\"imported\":%d,\"refused\":%d,\"warned\":%d,\"findings\":[%s]}")
                .formatted(imported, refused, 1 - refused, finding);
        Path file = Files.writeString(folder.resolve("street.csv"), CameraImport.template());
        try (StubConsole console = new StubConsole(report)) {
            CommandLine command = new CommandLine(new CamerasImportCommand(Map.of("KAKOU_PASSWORD", "p")::get));
            command.setOut(new PrintWriter(out, true));
            assertThat(command.execute(file.toString(), "--crs", "gcj02", "--keep", "--console", console.url()))
                    .isEqualTo(refused);
            assertThat(console.asked)
                    .containsExactly("/api/login", "/api/cameras/import?crs=gcj02&mode=import&existing=keep");
        }
        assertThat(out.toString().lines().toList().get(0)).isEqualTo(line);
        assertThat(out.toString())
                .contains(
                        word,
                        "CSV, GBK, places in GCJ02: 3 lines, 0 there already, 2 ready, " + refused + " refused" + end);
    }

    /** What a console answers, without one. */
    private static final class StubConsole implements AutoCloseable {
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        StubConsole(String report) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().toString();
                asked.add(path);
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().add("Set-Cookie", "kakou=t; Path=/");
                byte[] body = (path.equals("/api/login") ? "{}" : report).getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private int run(String... words) {
        return KakouCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }
}

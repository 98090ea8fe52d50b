package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.remote.ConsoleAway;
import io.kakou.app.remote.ConsoleClient;
import io.kakou.console.accounts.Role;
import io.kakou.console.cameras.file.CameraImport;
import io.kakou.events.Camera;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A street's cameras out of one file, over the console's own route into a real database and onto a real log. */
class CameraImportRouteTest {
    private static final String HEADING = "编号,名称,类型,经度,纬度,子码流,用户名,密码,国标编码\n";
    private static final int STREET = 1_562;
    /** Ten times what it takes on two loaded cores. */
    private static final double MOST_SECONDS = 30;

    @TempDir
    static Path folder;

    private static Installation installation;
    private static Browser engineer;
    private static Browser pengbu;

    @BeforeAll
    static void start() throws Exception {
        installation = new Installation(folder, 0);
        People people = new People(installation);
        engineer = people.browser(Role.ENGINEER, "*");
        pengbu = people.browser(Role.ENGINEER, "pengbu");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void a_whole_street_in_gbk_is_imported_within_seconds_and_told_to_the_log_sealed() throws Exception {
        StringBuilder file = new StringBuilder(HEADING);
        for (int i = 0; i < STREET; i++) {
            file.append(line("street-" + i, "彭埠街道点位", i));
        }
        byte[] gbk = file.toString().getBytes(Charset.forName("GBK"));
        JsonNode checked = engineer.upload("/api/cameras/import?crs=gcj02", gbk).json();
        assertThat(checked.get("form").asText()).isEqualTo("CSV, GBK");
        assertThat(checked.get("ready").asInt()).isEqualTo(STREET);
        assertThat(checked.get("imported").asInt()).as("a check alone").isZero();
        assertThat(engineer.get("/api/cameras").body()).doesNotContain("street-0");

        long began = System.nanoTime();
        JsonNode done = engineer.upload("/api/cameras/import?crs=gcj02&mode=import", gbk)
                .json();
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "import of %d cameras: %.2f s%n", STREET, seconds);
        assertThat(done.get("imported").asInt()).as("%s", done).isEqualTo(STREET);
        assertThat(seconds).isLessThan(MOST_SECONDS);

        Camera camera = Json.read(Camera.class, told("street-7"));
        assertThat(told("street-1561")).isNotEmpty();
        assertThat(camera.name()).isEqualTo("彭埠街道点位7");
        assertThat(camera.place()).isNotNull().satisfies(place -> assertThat(place.longitude())
                .as("moved to WGS-84")
                .isBetween(120.217, 120.222));
        String login = Objects.requireNonNull(camera.login());
        assertThat(login).doesNotContain("s3cret");
        assertThat(Installation.SECRETS.open(login)).isEqualTo("viewer:s3cret7");
        assertThat(engineer.get("/api/cameras").body()).contains("street-1561").doesNotContain("s3cret");
    }

    @Test
    void one_bad_line_and_nothing_is_imported() throws Exception {
        String file = HEADING + line("ok-1", "n", 2_001) + line("3.30104E+19", "n", 2_002) + line("lift-1", "n", 2_003);
        JsonNode report = engineer.upload("/api/cameras/import?crs=wgs84&mode=import", file.getBytes(UTF_8))
                .json();
        assertThat(report.get("imported").asInt()).isZero();
        assertThat(report.get("ready").asInt()).isEqualTo(1);
        assertThat(report.get("findings").findValuesAsText("fault")).containsExactly("ID_ROUNDED", "ID_TAKEN");
        assertThat(report.get("findings").findValuesAsText("line")).containsExactly("3", "4");
        assertThat(report.toString()).doesNotContain("s3cret");
        assertThat(engineer.get("/api/cameras").body()).doesNotContain("ok-1");
    }

    @Test
    void who_keeps_what_is_there_imports_the_rest() throws Exception {
        String file = HEADING + line("lift-1", "another name", 2_004) + line("kept-1", "n", 2_005);
        JsonNode report = engineer.upload(
                        "/api/cameras/import?crs=wgs84&mode=import&existing=keep", file.getBytes(UTF_8))
                .json();
        assertThat(report.get("imported").asInt()).isEqualTo(1);
        assertThat(report.get("kept").asInt()).isEqualTo(1);
        assertThat(engineer.get("/api/cameras").body()).contains("kept-1").doesNotContain("another name");
    }

    @Test
    void a_file_reaches_no_further_than_who_sends_it() throws Exception {
        String file = HEADING + "far,n,电梯,120.41,30.25,rtsp://h/s,,,\n";
        JsonNode report = pengbu.upload("/api/cameras/import?crs=wgs84&mode=import", file.getBytes(UTF_8))
                .json();
        assertThat(report.get("findings").findValuesAsText("fault")).containsExactly("PLACE_NOT_YOURS");
        assertThat(report.get("imported").asInt()).isZero();
    }

    @Test
    void without_a_coordinate_system_or_a_table_it_is_refused_in_one_line() throws Exception {
        byte[] file = CameraImport.template().getBytes(UTF_8);
        assertThat(engineer.upload("/api/cameras/import", file).body())
                .contains("the coordinate system is missing; allowed: crs=wgs84, crs=gcj02, crs=bd09", "\"crs\"");
        assertThat(engineer.upload("/api/cameras/import?crs=mars", file).body())
                .contains("the coordinate system is another word; allowed: crs=wgs84");
        assertThat(engineer.upload("/api/cameras/import?crs=wgs84&mode=maybe", file)
                        .body())
                .contains("mode is another word; allowed: CHECK, IMPORT");
        Browser.Answer empty = engineer.upload("/api/cameras/import?crs=wgs84", new byte[0]);
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.body()).contains("the file is empty");
        assertThat(engineer.upload("/api/cameras/import?crs=wgs84", new byte[9 << 20])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_stranger_cannot_even_send_the_bytes() throws Exception {
        Browser stranger = new Browser(installation.console.url());
        assertThat(stranger.upload("/api/cameras/import?crs=wgs84", new byte[1 << 20])
                        .status())
                .isEqualTo(401);
    }

    @Test
    void the_command_line_comes_in_as_the_page_does() throws Exception {
        People people = new People(installation);
        String user = people.named(Role.ENGINEER, "*");
        ConsoleClient client = new ConsoleClient(URI.create(installation.console.url()));
        assertThatThrownBy(() -> client.signIn(user, "wrong")).isInstanceOf(ConsoleAway.class);
        client.signIn(user, People.PASSWORD);
        byte[] file = (HEADING + line("by-hand", "n", 2_006)).getBytes(UTF_8);
        assertThat(client.importCameras(file, "crs=wgs84&mode=import")
                        .get("imported")
                        .asInt())
                .isEqualTo(1);
        assertThatThrownBy(() -> client.importCameras(new byte[0], "crs=wgs84"))
                .isInstanceOf(ConsoleAway.class)
                .hasMessage("the file is empty; allowed: a heading and a line for each camera");
    }

    @Test
    void the_template_is_there_to_be_saved() throws Exception {
        Browser.Answer template = engineer.get("/api/cameras/template.csv");
        assertThat(template.status()).isEqualTo(200);
        assertThat(template.body()).isEqualTo(CameraImport.template());
        assertThat(template.response().headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"kakou-cameras.csv\"");
    }

    private static byte[] told(String camera) {
        try (LogTopic topic = new LogTopic(installation.kafka.service(), Topic.CAMERAS)) {
            return topic.await(record -> record.contains('"' + camera + '"'));
        }
    }

    private static String line(String id, String name, int i) {
        int row = i / 40 % 40;
        return String.format(
                Locale.ROOT,
                "%s,%s%d,街面,%.6f,%.6f,rtsp://10.%d.%d.%d/Streaming/Channels/102,viewer,s3cret%d,%s%n",
                id,
                name,
                i,
                120.21 + i % 40 * 0.002,
                30.21 + row * 0.002,
                i / 62_500,
                i / 250,
                i % 250 + 1,
                i,
                String.format(Locale.ROOT, "330104000013%s%06d", "20", i + 1));
    }
}

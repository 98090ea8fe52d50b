package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.KakouCommand;
import io.kakou.console.accounts.Role;
import io.kakou.console.registry.RoomsFile;
import io.kakou.events.ClockProfile;
import io.kakou.events.Incident;
import io.kakou.events.Road;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Roads, clocks and rotas taken from files. */
@ExtendWith(SharedConsole.class)
class RoadsAndRoomsTest {
    private static final String DRAWN =
            """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"id":"tiancheng","name":"天城路"},
              "geometry":{"type":"LineString","coordinates":[[120.2000,30.2800],[120.2300,30.2800]]}}]}
            """;

    private static Desk desk;

    @TempDir
    private Path folder;

    /** Other tests count the cameras of this console. */
    @AfterAll
    static void takeDown() throws Exception {
        for (String camera : List.of("water-1", "water-2")) {
            assertThat(desk.engineer.status("DELETE", "/api/cameras/" + camera)).isEqualTo(200);
        }
    }

    @BeforeAll
    static void open() throws Exception {
        desk = SharedConsole.desk();
        for (String[] camera : new String[][] {{"water-2", "120.22"}, {"water-1", "120.21"}}) {
            String body = "{\"id\":\"%s\",\"name\":\"天城路 %s\",\"kind\":\"ROAD\",\"watched\":[\"WATERLOGGING\"],"
                    + "\"subStream\":\"rtsp://10.0.0.9/%s\",\"place\":{\"longitude\":%s,\"latitude\":30.2801}}";
            assertThat(desk.engineer
                            .post("/api/cameras", body.formatted(camera[0], camera[0], camera[0], camera[1]))
                            .status())
                    .isEqualTo(201);
        }
    }

    @AfterEach
    void take_everything_away() throws Exception {
        assertThat(put("/api/rooms", "clocks: []\n").status()).isEqualTo(200);
        assertThat(put("/api/roads", DRAWN.replace("120.2000", "120.5").replace("120.2300", "120.51"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void drawn_roads_are_tried_and_then_taken_and_the_log_hears_of_them() throws Exception {
        JsonNode tried = put("/api/roads?try=1", DRAWN).json();
        // Another test of this console may have left the road, without cameras.
        List<String> fresh = words(tried.get("added"));
        fresh.addAll(words(tried.get("changed")));
        assertThat(fresh).contains("road~tiancheng");
        assertThat(tried.get("findings")).isEmpty();
        assertThat(held("roads")).doesNotContain("water-1");

        assertThat(put("/api/roads", DRAWN).status()).isEqualTo(200);
        assertThat(held("roads")).contains("天城路", "[\"water-1\",\"water-2\"]");
        try (LogTopic registry = new LogTopic(desk.installation.kafka.service(), Topic.REGISTRY)) {
            Road told = Json.read(Road.class, registry.await(value -> value.contains("[\"water-1\",\"water-2\"]")));
            assertThat(told).isEqualTo(new Road("tiancheng", "天城路", List.of("water-1", "water-2")));

            String table = "road,name,order,camera\nr9,机场路,1,water-2\nr8,备塘路,1,water-2\nr9,机场路,2,moon-1\n";
            JsonNode report = put("/api/roads", table).json();
            assertThat(words(report.get("removed"))).containsExactly("road~tiancheng");
            assertThat(words(report.get("findings").get("unknownCameras"))).containsExactly("moon-1 (r9)");
            assertThat(words(report.get("findings").get("camerasOnTwoRoads"))).containsExactly("water-2 (r9, r8)");
            assertThat(words(report.get("findings").get("camerasOnNoRoad"))).containsExactly("天城路 water-1");
            registry.awaitRemoval("road~tiancheng");
        }
    }

    @Test
    void an_incident_of_a_road_and_a_flood_of_roads_have_the_roads_names() throws Exception {
        assertThat(put("/api/roads", DRAWN).status()).isEqualTo(200);
        try (Events events = desk.pengbu.events("")) {
            events.await("hello", data -> true);
            Incident incident = WetStreet.incident("tiancheng", Instant.now().truncatedTo(ChronoUnit.MILLIS));
            desk.installation.tell(incident);
            JsonNode shown = events.await("incident", data -> Desk.id(data).equals(incident.id()));
            assertThat(shown.get("roadName").asText()).isEqualTo("天城路");
            assertThat(shown.get("cameraName").asText()).isEqualTo("新塘苑1幢电梯");
            desk.installation.tell(Told.flood("flood-of-roads", "pengbu", 8, List.of("tiancheng", "nowhere"), null));
            JsonNode list = events.await(
                    "situation", data -> data.at("/places/0/place").asText().equals("tiancheng"));
            assertThat(list.get("places").findValuesAsText("placeName")).containsExactly("天城路", "nowhere");
            desk.installation.tell(Told.flood("flood-of-roads", "pengbu", 9, List.of("tiancheng"), Instant.now()));
            events.await("situation", data -> data.has("until"));
        }
    }

    @Test
    void a_file_of_clocks_takes_the_place_of_all_there_were_and_leaves_the_roads() throws Exception {
        assertThat(put("/api/roads", DRAWN).status()).isEqualTo(200);
        assertThat(put("/api/rooms", RoomsFile.template()).json().get("records").toString())
                .isEqualTo("{\"calendars\":1,\"clocks\":4,\"duties\":0,\"secondOwners\":0}");
        String other = "clocks:\n  - {id: \"125\", limits: [{step: RESPOND, seconds: 45}]}\n";
        JsonNode report = put("/api/rooms", other).json();
        assertThat(words(report.get("changed"))).containsExactly("clock~125");
        assertThat(words(report.get("removed"))).contains("calendar~china-2026", "clock~30515");
        assertThat(held("roads")).contains("天城路");
        assertThat(held("clocks")).contains("45").doesNotContain("30515");
        try (LogTopic registry = new LogTopic(desk.installation.kafka.service(), Topic.REGISTRY)) {
            byte[] told = registry.await(value -> value.contains("\"id\":\"125\"") && value.contains("45"));
            assertThat(Json.read(ClockProfile.class, told).kinds()).isEmpty();
            registry.awaitRemoval("calendar~china-2026");
        }
    }

    @Test
    void a_bad_file_is_refused_line_by_line_and_nothing_is_taken() throws Exception {
        assertThat(put("/api/rooms", RoomsFile.template()).status()).isEqualTo(200);
        Browser.Answer refused = put("/api/rooms", "clocks: [{id: a b}, {id: c, limits: 7}]\n");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(words(refused.json().get("problems"))).hasSize(2);
        assertThat(held("clocks")).contains("30515");
        assertThat(put("/api/roads?crs=mars", DRAWN).body()).contains("allowed: wgs84, gcj02, bd09");
        assertThat(put("/api/roads?metres=0", DRAWN).body()).contains("allowed: 1 to 500");
        assertThat(put("/api/roads", "").status()).isEqualTo(400);
    }

    @Test
    void who_sees_one_street_changes_nothing_of_all() throws Exception {
        Browser local = new People(desk.installation).browser(Role.ADMINISTRATOR, "pengbu");
        assertThat(local.call("PUT", "/api/rooms", "clocks: []\n").status()).isEqualTo(403);
        assertThat(local.get("/api/registry").status()).isEqualTo(403);
    }

    @Test
    void the_command_prints_a_template_and_names_what_it_cannot_take() throws Exception {
        assertThat(run("rooms", "template")).isEqualTo("0 " + RoomsFile.template());
        Path film = Files.write(folder.resolve("film.mp4"), "x".getBytes(UTF_8));
        assertThat(run("rooms", "import", film.toString()))
                .startsWith("2 ")
                .contains("ends in \"mp4\"; allowed: yml, yaml, json, geojson, csv, xlsx");
        assertThat(run("rooms", "import", "none.yml")).startsWith("1 ").contains("none.yml cannot be read");
    }

    @Test
    void the_command_tries_a_file_of_rooms_takes_it_and_says_what_changed_and_what_does_not_fit() throws Exception {
        String name = new People(desk.installation).named(Role.ADMINISTRATOR, "*");
        Path file = Files.writeString(
                folder.resolve("rooms.yml"),
                "secondOwners: [{id: police, room: police, kinds: [LOST_CHILD], area: moon}]\n");
        List<String> line = new ArrayList<>(List.of("rooms", "import", file.toString(), "--dry-run"));
        line.addAll(List.of("--user", name, "--console", desk.installation.console.url()));
        String counts = "calendars 0, clocks 0, duties 0, secondOwners 1; 1 new, 0 changed, 0 removed";
        assertThat(KakouProcess.run(folder, 0, line))
                .containsExactly(
                        file + ": warning: unknownAreas: moon (also~police)", file + ": " + counts + "; a dry run");
        assertThat(held("secondOwners")).isEqualTo("[]");
        line.remove("--dry-run");
        assertThat(KakouProcess.run(folder, 0, line)).contains(file + ": " + counts);
        assertThat(held("secondOwners")).contains("\"room\":\"police\"");
    }

    private static String run(String... words) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        return KakouCommand.run(out, out, words) + " " + text;
    }

    private static String held(String section) throws Exception {
        return desk.admin.get("/api/registry").json().get(section).toString();
    }

    private static Browser.Answer put(String path, String file) throws Exception {
        return desk.admin.call("PUT", path, file);
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }
}

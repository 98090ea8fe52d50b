package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.console.accounts.Role;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page is told, without a gap. */
@ExtendWith(SharedConsole.class)
class PageStreamTest {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = SharedConsole.desk();
    }

    @Test
    void a_page_that_comes_back_misses_nothing_and_sees_only_its_area() throws Exception {
        String cursor;
        Incident before = desk.incident("pengbu", "lift-1");
        try (Events events = desk.pengbu.events("")) {
            events.await("hello", data -> true);
            desk.installation.tell(before);
            JsonNode seen = events.await("incident", data -> Desk.id(data).equals(before.id()));
            assertThat(seen.get("areaName").asText()).isEqualTo("彭埠街道");
            cursor = events.lastId();
        }
        List<Incident> missed = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            desk.installation.tell(desk.incident("jianqiao", "lift-2"));
            missed.add(desk.incident("pengbu", "lift-1"));
            desk.installation.tell(missed.get(i));
        }
        Incident moved = Street.moved(missed.get(0), IncidentState.ACCEPTED, "action-x");
        desk.installation.tell(moved);
        // The log keeps order within an incident, not between them.
        Set<String> expected = missed.stream().map(Incident::id).collect(Collectors.toSet());
        Map<String, String> seen = new HashMap<>();
        try (Events events = desk.pengbu.events(cursor)) {
            while (!seen.keySet().containsAll(expected) || !"ACCEPTED".equals(seen.get(moved.id()))) {
                JsonNode data = events.await("incident", each -> true);
                assertThat(data.get("area").asText()).isEqualTo("pengbu");
                seen.put(Desk.id(data), Desk.state(data));
            }
        }
        assertThat(seen).doesNotContainKey(before.id());
    }

    @Test
    void the_list_and_the_stream_join_without_a_gap() throws Exception {
        desk.reported("pengbu", "lift-1");
        Browser.Answer list = desk.pengbu.get("/api/incidents");
        String cursor = list.response().headers().firstValue("X-Kakou-Cursor").orElseThrow();
        Incident between = desk.incident("pengbu", "lift-1");
        desk.installation.tell(between);
        try (Events events = desk.pengbu.events(cursor)) {
            assertThat(events.await("incident", data -> Desk.id(data).equals(between.id())))
                    .isNotNull();
        }
    }

    @Test
    void what_the_log_repeats_is_told_once_and_what_is_older_never_replaces_what_is_newer() throws Exception {
        Incident incident = desk.reported("pengbu", "lift-1");
        Incident accepted = Street.moved(incident, IncidentState.ACCEPTED, "action-y");
        desk.installation.tell(accepted);
        try (Events events = desk.pengbu.events("0")) {
            events.await(
                    "incident",
                    data -> Desk.id(data).equals(incident.id())
                            && Desk.state(data).equals("ACCEPTED"));
            String cursor = events.lastId();
            desk.installation.tell(incident);
            desk.installation.tell(accepted);
            Incident last = desk.incident("pengbu", "lift-1");
            desk.installation.tell(last);
            // Others may share the console.
            List<String> ofThese = List.of(incident.id(), last.id());
            try (Events later = desk.pengbu.events(cursor)) {
                JsonNode next = later.await("incident", data -> ofThese.contains(Desk.id(data)));
                assertThat(Desk.id(next)).isEqualTo(last.id());
            }
        }
        assertThat(Desk.state(desk.pengbu.get("/api/incidents/" + incident.id()).json()))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void a_camera_and_the_watch_are_told_on_the_stream() throws Exception {
        // A stream each: which of the two comes first is not promised.
        try (Events cameras = desk.pengbu.events("");
                Events boards = desk.pengbu.events("")) {
            desk.installation.tell(Street.health("lift-1", Stage.LOOKING, Instant.now()));
            JsonNode camera = cameras.await("camera", data -> Desk.id(data).equals("lift-1") && Desk.online(data));
            assertThat(camera.get("stage").asText()).isEqualTo("LOOKING");
            JsonNode watch = boards.await("watch", data -> data.get("watched").asInt() == 1);
            assertThat(watch.get("offline")).isEmpty();
            desk.installation.tell(Street.health("lift-1", Stage.AUTHENTICATE, Instant.now()));
            cameras.await("camera", data -> Desk.id(data).equals("lift-1") && !Desk.online(data));
            JsonNode offline =
                    boards.await("watch", data -> !data.get("offline").isEmpty());
            assertThat(offline.get("offline").get(0).get("why").asText()).isEqualTo("stands at AUTHENTICATE");
        }
    }

    @Test
    void a_stream_ends_with_its_session() throws Exception {
        Browser leaving = new People(desk.installation).browser(Role.OPERATOR, "pengbu");
        try (Events events = leaving.events("")) {
            events.await("ping", data -> true);
            assertThat(leaving.post("/api/logout", "").status()).isEqualTo(200);
            events.awaitEnd();
            assertThat(leaving.get("/api/me").status()).isEqualTo(401);
        }
    }
}

package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.events.Incident;
import io.kakou.events.Mute;
import io.kakou.events.Shelf;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a seat hears and sees of many at once, and what people put aside or mute. */
@ExtendWith(SharedConsole.class)
class SeatTest {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = SharedConsole.desk();
    }

    @Test
    void a_notice_comes_once_to_its_own_room_and_to_no_other() throws Exception {
        Incident ours = desk.reported("pengbu", "lift-1");
        Incident theirs = desk.reported("jianqiao", "lift-2");
        try (Events events = desk.pengbu.events("")) {
            events.await("hello", data -> true);
            desk.installation.tell(Told.ring(theirs));
            desk.installation.tell(Told.ring(ours));
            desk.installation.tell(Told.ring(ours));
            JsonNode heard = events.await("notice", data -> true);
            assertThat(heard.get("incident").asText()).isEqualTo(ours.id());
            assertThat(heard.get("sound").asBoolean()).isTrue();
            Incident next = desk.reported("pengbu", "lift-1");
            desk.installation.tell(Told.ring(next));
            assertThat(events.await("notice", data -> true).get("incident").asText())
                    .as("the repeated one came no second time")
                    .isEqualTo(next.id());
        }
    }

    @Test
    void a_page_that_was_away_hears_what_it_missed() throws Exception {
        Incident incident = desk.reported("pengbu", "lift-1");
        String before;
        try (Events events = desk.pengbu.events("")) {
            before = events.await("hello", data -> true).get("cursor").asText();
        }
        try (Events events = desk.pengbu.events("")) {
            desk.installation.tell(Told.ring(incident));
            events.await("notice", data -> data.get("incident").asText().equals(incident.id()));
        }
        try (Events again = desk.pengbu.events(before)) {
            again.await("notice", data -> data.get("incident").asText().equals(incident.id()));
        }
    }

    @Test
    void a_situation_grows_in_place_and_is_gone_when_it_has_ended() throws Exception {
        try (Events events = desk.pengbu.events("")) {
            events.await("hello", data -> true);
            desk.installation.tell(Told.flood("flood-that-grows", "pengbu", 1, 3, null));
            desk.installation.tell(Told.flood("flood-that-grows", "pengbu", 2, 30, null));
            JsonNode flood =
                    events.await("situation", data -> data.get("version").asLong() == 2);
            assertThat(flood.get("places")).hasSize(30);
            assertThat(flood.get("places").get(0).get("areaName").asText()).isEqualTo("彭埠街道");
            assertThat(flood.get("roomName").asText()).isEqualTo("彭埠街道指挥室");
            assertThat(situations(desk.pengbu)).hasSize(1);
            assertThat(situations(desk.jianqiao)).isEmpty();
            assertThat(situations(desk.admin)).hasSize(1);

            desk.installation.tell(
                    Told.flood("flood-that-grows", "pengbu", 3, 30, Instant.parse("2026-03-01T09:30:00Z")));
            events.await("situation", data -> data.has("until"));
            assertThat(situations(desk.pengbu)).isEmpty();
            desk.installation.tell(Told.flood("flood-that-grows", "pengbu", 2, 30, null));
            desk.reported("pengbu", "lift-1");
            assertThat(situations(desk.pengbu)).as("told again after a restart").isEmpty();
        }
    }

    @Test
    void an_incident_is_put_aside_until_a_time_that_is_on_record_and_on_the_log() throws Exception {
        Incident incident = desk.reported("pengbu", "lift-1");
        String until =
                Instant.now().plusSeconds(1_800).truncatedTo(ChronoUnit.MILLIS).toString();
        Browser.Answer put = shelve(desk.pengbu, incident, until, "等待物业");
        assertThat(put.status()).as(put.body()).isEqualTo(202);

        try (LogTopic registry = new LogTopic(desk.installation.kafka.service(), Topic.REGISTRY)) {
            Shelf shelf = Json.read(Shelf.class, registry.await(value -> value.contains("等待物业")));
            assertThat(shelf.incident()).isEqualTo(incident.id());
            assertThat(shelf.room()).isEqualTo("room-pengbu");
            assertThat(shelf.until()).isEqualTo(until);
        }
        assertThat(desk.pengbu.get("/api/situations").json().get("aside").toString())
                .contains(incident.id(), "等待物业");
        assertThat(desk.jianqiao.get("/api/situations").json().get("aside").toString())
                .doesNotContain(incident.id());
        assertThat(desk.auditor.get("/api/audit?limit=20").body()).contains("SHELVED", "等待物业");
    }

    @Test
    void a_shelf_without_an_end_a_reason_or_within_eight_hours_is_refused() throws Exception {
        Incident incident = desk.reported("pengbu", "lift-1");
        Instant now = Instant.now();
        assertRefused(shelve(desk.pengbu, incident, "tomorrow", "x"), 400, "until is no time");
        assertRefused(
                shelve(desk.pengbu, incident, now.plusSeconds(9 * 3_600).toString(), "x"), 400, "8 hours at most");
        assertRefused(shelve(desk.pengbu, incident, now.minusSeconds(9).toString(), "x"), 400, "allowed: after");
        assertRefused(shelve(desk.pengbu, incident, now.plusSeconds(60).toString(), " "), 400, "the reason is no line");
        assertRefused(
                shelve(desk.jianqiao, incident, now.plusSeconds(60).toString(), "x"), 404, "there is no incident");
    }

    @Test
    void a_mute_names_cameras_has_an_end_and_is_ended_with_a_reason() throws Exception {
        String until = Instant.now().plusSeconds(3_600).toString();
        assertRefused(mute(desk.admin, "EBIKE_IN_LIFT", "", until), 400, "no camera is named");
        assertRefused(mute(desk.pengbu, "WATERLOGGING", "", until), 400, "no camera is named");
        assertRefused(mute(desk.pengbu, "EBIKE_IN_LIFT", "\"lift-2\"", until), 400, "there is no camera lift-2");
        assertRefused(
                mute(
                        desk.pengbu,
                        "EBIKE_IN_LIFT",
                        "\"lift-1\"",
                        Instant.now().plusSeconds(32 * 86_400).toString()),
                400,
                "31 days at most");
        Browser.Answer muted = mute(desk.pengbu, "EBIKE_IN_LIFT", "\"lift-1\"", until);
        assertThat(muted.status()).as(muted.body()).isEqualTo(201);
        String id = muted.json().get("id").asText();

        Incident incident = desk.reported("pengbu", "lift-1");
        try (Events events = desk.pengbu.events("")) {
            events.await("hello", data -> true);
            desk.installation.tell(Told.mutedBy(incident, id));
            events.await("notice", data -> data.get("incident").asText().equals(incident.id()));
        }
        assertThat(desk.pengbu.get("/api/situations").json().get("muted").toString())
                .contains(incident.id());
        assertThat(desk.pengbu.get("/api/mutes").body()).contains(id, "施工");
        assertThat(desk.jianqiao.get("/api/mutes").body()).doesNotContain(id);
        assertRefused(desk.jianqiao.post("/api/mutes/" + id + "/end", "{\"reason\":\"x\"}"), 404, id);
        assertRefused(desk.pengbu.post("/api/mutes/" + id + "/end", "{}"), 400, "reason is missing");
        assertThat(desk.pengbu
                        .post("/api/mutes/" + id + "/end", "{\"reason\":\"完工\"}")
                        .status())
                .isEqualTo(200);
        assertThat(desk.pengbu.get("/api/mutes").body()).doesNotContain(id);
        assertThat(desk.auditor.get("/api/audit?limit=20").body()).contains("MUTED", "MUTE_ENDED", "完工");
        try (LogTopic registry = new LogTopic(desk.installation.kafka.service(), Topic.REGISTRY)) {
            Mute told = Json.read(Mute.class, registry.await(value -> value.contains("\"" + id + "\"")));
            assertThat(told.user()).isEqualTo(muted.json().get("user").asText());
            registry.awaitRemoval(Mute.KEY + id);
        }
    }

    @Test
    void a_budget_is_set_by_the_administrator_within_bounds() throws Exception {
        assertRefused(
                desk.admin.call("PUT", "/api/budgets/room-pengbu", "{\"ceiling\":601}"), 400, "allowed: 1.0 to 600.0");
        Browser.Answer set = desk.admin.call("PUT", "/api/budgets/room-pengbu", "{\"ceiling\":20}");
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(set.json().get("floodSounds").asInt()).isEqualTo(10);
        try (LogTopic registry = new LogTopic(desk.installation.kafka.service(), Topic.REGISTRY)) {
            registry.await(value -> value.contains("\"ceiling\":20"));
        }
        assertThat(desk.pengbu.get("/api/budgets").body()).contains("room-pengbu");
    }

    private static Browser.Answer shelve(Browser browser, Incident incident, String until, String reason)
            throws Exception {
        return browser.post(
                "/api/incidents/" + incident.id() + "/shelve",
                "{\"until\":\"" + until + "\",\"reason\":\"" + reason + "\"}");
    }

    private static Browser.Answer mute(Browser browser, String event, String cameras, String until) throws Exception {
        return browser.post(
                "/api/mutes",
                "{\"event\":\"" + event + "\",\"cameras\":[" + cameras + "],\"until\":\"" + until
                        + "\",\"reason\":\"施工\"}");
    }

    private static JsonNode situations(Browser browser) throws Exception {
        return browser.get("/api/situations").json().get("situations");
    }

    private static void assertRefused(Browser.Answer answer, int status, String line) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(line);
    }
}

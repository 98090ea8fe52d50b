package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.console.accounts.Role;
import io.kakou.events.Action;
import io.kakou.events.Alert;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.Part;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Places of one incident, incidents that are one, and incidents that a person opens. */
@ExtendWith(SharedConsole.class)
class RegroupTest {
    private static final AtomicInteger ROADS = new AtomicInteger();

    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = SharedConsole.desk();
    }

    @Test
    void of_two_people_at_one_place_the_first_wins_and_at_two_places_both_do() throws Exception {
        Incident road = told();
        Browser second = new People(desk.installation).browser(Role.OPERATOR, "pengbu");

        assertThat(Desk.act(desk.pengbu, road, on("ACCEPT", "part-1")).status()).isEqualTo(202);
        assertThat(Desk.act(second, road, on("ACCEPT", "part-2")).status()).isEqualTo(202);
        Browser.Answer late = Desk.act(second, road, on("ACCEPT", "part-1"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("error").asText())
                .isEqualTo("part part-1: from state ACCEPTED kind ACCEPT; allowed: REJECT, DISPATCH, SUSPEND, CLOSE,"
                        + " SPLIT, JOIN, TAKE");
        assertThat(Desk.act(second, road, on("CLOSE", "part-9"))
                        .json()
                        .get("error")
                        .asText())
                .isEqualTo("parts are [part-9]; allowed: the incident's, [part-1, part-2]");
        assertThat(Desk.act(second, road, "{\"kind\":\"CLOSE\",\"seenVersion\":1,\"parts\":\"part-1\"}")
                        .body())
                .contains("\"field\":\"parts\"");
    }

    @Test
    void an_incident_goes_on_in_another_with_one_word_on_each_of_the_two() throws Exception {
        Incident road = told();
        Incident lift = desk.reported("pengbu", "lift-1");
        String join = "{\"kind\":\"JOIN\",\"seenVersion\":1,\"actionId\":\"" + UUID.randomUUID() + "\",\"other\":\""
                + road.id() + "\"}";
        assertThat(Desk.act(desk.pengbu, lift, join).status()).isEqualTo(202);
        assertThat(Desk.act(desk.pengbu, lift, join).status()).as("asked again").isEqualTo(202);
        assertThat(Desk.act(desk.pengbu, lift, Desk.accept()).status())
                .as("it has gone on")
                .isEqualTo(409);

        try (LogTopic actions = new LogTopic(desk.installation.kafka.service(), Topic.ACTIONS)) {
            Action gone = Json.read(
                    Action.class,
                    actions.await(value ->
                            value.contains("\"kind\":\"JOIN\"") && value.contains("\"incident\":\"" + lift.id())));
            Action taken = Json.read(
                    Action.class,
                    actions.await(value ->
                            value.contains("\"kind\":\"TAKE\"") && value.contains("\"incident\":\"" + road.id())));
            assertThat(gone.other()).isEqualTo(road.id());
            assertThat(taken.other()).isEqualTo(lift.id());
            assertThat(taken.taken()).extracting(Part::camera).containsExactly("lift-1");
        }
    }

    @Test
    void what_another_streets_operator_cannot_see_nobody_joins_to() throws Exception {
        Incident road = told();
        Incident other = desk.reported("jianqiao", "lift-2");

        String join = "{\"kind\":\"JOIN\",\"seenVersion\":1,\"other\":\"" + other.id() + "\"}";
        assertThat(Desk.act(desk.pengbu, road, join).status()).isEqualTo(404);
        assertThat(Desk.act(desk.pengbu, road, "{\"kind\":\"TAKE\",\"seenVersion\":1}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void who_is_told_across_the_border_looks_on_and_does_not_act() throws Exception {
        Incident road = told();

        assertThat(desk.jianqiao.get("/api/incidents/" + road.id()).status()).isEqualTo(200);
        Browser.Answer act = Desk.act(desk.jianqiao, road, Desk.accept());
        assertThat(act.status()).isEqualTo(403);
        assertThat(act.body()).contains("told because it lies on the border; allowed: looking");
        assertThat(desk.pengbu
                        .get("/api/incidents/" + road.id())
                        .json()
                        .get("informed")
                        .get(0)
                        .get("roomName")
                        .asText())
                .isEqualTo("笕桥街道指挥室");
    }

    @Test
    void what_somebody_reports_is_an_alert_like_any_other() throws Exception {
        String id = UUID.randomUUID().toString();
        String report =
                "{\"actionId\":\"" + id + "\",\"kind\":\"WATERLOGGING\",\"camera\":\"lift-1\",\"note\":\"水深过膝\"}";
        Browser.Answer first = desk.pengbu.post("/api/incidents", report);
        assertThat(first.status()).isEqualTo(202);
        assertThat(desk.pengbu.post("/api/incidents", report).body()).isEqualTo(first.body());

        String alertId = first.json().get("alert").asText();
        try (LogTopic alerts = new LogTopic(desk.installation.kafka.service(), Topic.ALERTS)) {
            Alert alert = Json.read(Alert.class, alerts.await(value -> value.contains(alertId)));
            assertThat(alert.isByPerson()).isTrue();
            assertThat(alert.kind()).isEqualTo(EventKind.WATERLOGGING);
            assertThat(alert.note()).isEqualTo("水深过膝");
            assertThat(alert.place()).isNotNull();
        }
    }

    @Test
    void a_report_names_a_camera_or_a_place_of_ones_own() throws Exception {
        assertThat(desk.pengbu.post("/api/incidents", "{\"kind\":\"DUMPING\"}").body())
                .contains("neither a camera nor a place is given");
        assertThat(desk.pengbu
                        .post("/api/incidents", "{\"kind\":\"DUMPING\",\"camera\":\"lift-2\"}")
                        .body())
                .contains("there is no camera lift-2");
        assertThat(desk.pengbu
                        .post("/api/incidents", "{\"kind\":\"DUMPING\",\"longitude\":120.45,\"latitude\":30.25}")
                        .body())
                .contains("the place lies in no area that you answer for");
        assertThat(desk.pengbu
                        .post("/api/incidents", "{\"kind\":\"DUMPING\",\"longitude\":320.45,\"latitude\":30.25}")
                        .body())
                .contains("longitude is 320.45; allowed: -180.0 to 180.0");
        assertThat(desk.pengbu
                        .post("/api/incidents", "{\"kind\":\"DUMPING\",\"longitude\":120.25,\"latitude\":30.25}")
                        .status())
                .isEqualTo(202);
    }

    private static Incident told() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Incident road = WetStreet.incident("r" + ROADS.incrementAndGet(), now);
        try (Events events = desk.pengbu.events("")) {
            events.await("hello", data -> true);
            desk.installation.tell(road);
            events.await("incident", data -> Desk.id(data).equals(road.id()));
        }
        return road;
    }

    private static String on(String kind, String part) {
        return "{\"kind\":\"" + kind + "\",\"seenVersion\":1,\"parts\":[\"" + part + "\"]}";
    }
}

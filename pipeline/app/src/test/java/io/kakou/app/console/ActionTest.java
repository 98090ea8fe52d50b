package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.console.accounts.Role;
import io.kakou.events.Action;
import io.kakou.events.Incident;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with an incident. */
@ExtendWith(SharedConsole.class)
class ActionTest {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = SharedConsole.desk();
    }

    @Test
    void an_action_reaches_the_log_and_of_two_people_the_first_wins() throws Exception {
        Incident incident = desk.reported("pengbu", "lift-1");
        Browser second = new People(desk.installation).browser(Role.OPERATOR, "pengbu");
        assertThat(Desk.act(desk.pengbu, incident, "{\"kind\":\"CLOSE\",\"seenVersion\":1}")
                        .status())
                .isEqualTo(409);
        Browser.Answer taken = Desk.act(desk.pengbu, incident, Desk.accept());
        assertThat(taken.status()).isEqualTo(202);
        Browser.Answer late = Desk.act(second, incident, "{\"kind\":\"ACCEPT\",\"seenVersion\":1}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("current").get("id").asText()).isEqualTo(incident.id());
        assertThat(Desk.act(desk.pengbu, incident, "{\"kind\":\"DISPATCH\",\"seenVersion\":1,\"unit\":\"patrol-2\"}")
                        .body())
                .contains("there is no such unit");
        assertThat(Desk.act(desk.pengbu, incident, "{\"kind\":\"DISPATCH\",\"seenVersion\":1,\"unit\":\"patrol-1\"}")
                        .status())
                .isEqualTo(202);
        String id = taken.json().get("actionId").asText();
        try (LogTopic actions = new LogTopic(desk.installation.kafka.service(), Topic.ACTIONS)) {
            Action read = Json.read(Action.class, actions.await(value -> value.contains(id)));
            assertThat(read.incident()).isEqualTo(incident.id());
            assertThat(read.seenVersion()).isEqualTo(1);
        }
    }

    @Test
    void an_action_that_is_asked_twice_by_its_id_is_taken_once() throws Exception {
        Incident incident = desk.reported("pengbu", "lift-1");
        String body = "{\"actionId\":\"" + UUID.randomUUID() + "\",\"kind\":\"ACCEPT\",\"seenVersion\":1}";
        Browser.Answer first = Desk.act(desk.pengbu, incident, body);
        Browser.Answer again = Desk.act(desk.pengbu, incident, body);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Desk.act(desk.pengbu, incident, "{\"actionId\":\"x\",\"kind\":\"ACCEPT\",\"seenVersion\":1}")
                        .body())
                .contains("\"field\":\"actionId\"");
    }

    @Test
    void a_verdict_is_of_the_list() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        assertThat(Desk.act(desk.pengbu, incident, "{\"kind\":\"REJECT\",\"seenVersion\":1}")
                        .body())
                .contains("\"field\":\"verdict\"");
        assertThat(Desk.act(desk.pengbu, incident, Desk.reject("ghost")).body()).contains("there is no such verdict");
        assertThat(desk.pengbu.get("/api/verdicts?kind=EBIKE_IN_LIFT").body()).contains("wheelchair", "轮椅");
        assertThat(Desk.act(desk.pengbu, incident, Desk.reject("pram")).status())
                .isEqualTo(202);
    }

    @Test
    void nobody_says_what_it_was_without_having_been_shown_it() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        Browser hasty = new People(desk.installation).browser(Role.OPERATOR, "pengbu");
        Browser.Answer refused = Desk.act(hasty, incident, Desk.reject("pram"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("\"field\":\"view\"", "open the picture or the clip");
        assertThat(Desk.act(hasty, incident, Desk.accept()).status())
                .as("what says nothing of the picture needs no look")
                .isEqualTo(202);
        hasty.get("/api/clips/" + incident.alerts().get(0).id() + "/manifest");
        assertThat(Desk.act(hasty, incident, Desk.reject("pram")).status()).isEqualTo(202);
    }

    @Test
    void a_step_on_the_page_names_its_author_as_colleagues_do() throws Exception {
        Incident incident = desk.reported("pengbu", "lift-1");
        String name = desk.admin
                .post(
                        "/api/users",
                        "{\"name\":\"zhang-san\",\"fullName\":\"张三\",\"role\":\"OPERATOR\",\"areas\":[\"pengbu\"],"
                                + "\"password\":\"" + People.PASSWORD + "\"}")
                .json()
                .get("fullName")
                .asText();
        assertThat(name).isEqualTo("张三");
        try (Events events = desk.pengbu.events("")) {
            events.await("hello", data -> true);
            desk.installation.tell(Street.dispatched(incident, "zhang-san", "patrol-1"));
            JsonNode step = events.await(
                            "incident", data -> data.get("transitions").size() == 2)
                    .get("transitions")
                    .get(1);
            assertThat(step.get("userName").asText()).isEqualTo("张三");
            assertThat(step.get("unit").asText()).isEqualTo("patrol-1");
        }
    }
}

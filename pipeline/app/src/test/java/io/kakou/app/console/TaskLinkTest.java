package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.events.ActedBy;
import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Point;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A unit's link: what it opens, for whom, and for how long. */
@ExtendWith(SharedConsole.class)
class TaskLinkTest {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = SharedConsole.desk();
    }

    @Test
    void a_dispatch_makes_a_link_that_works_on_the_phone_that_opens_it_first() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        Browser.Answer sent = Phone.dispatch(desk, incident);
        String link = sent.json().get("task").get("link").asText();
        Phone phone = new Phone(desk.installation, link);
        Phone second = new Phone(desk.installation, link);

        Browser.Answer before = second.get("");
        assertThat(before.status()).as("nobody has opened it").isEqualTo(409);
        JsonNode opened = phone.open().json();
        assertThat(opened.get("place").asText()).isEqualTo("新塘苑1幢电梯");
        assertThat(opened.get("unit").asText()).isEqualTo("巡逻一组");
        assertThat(opened.get("way").get("amap").asText())
                .startsWith("https://uri.amap.com/navigation?to=120.2145")
                .contains("coordinate=gaode");
        assertThat(opened.get("way").get("geo").asText()).startsWith("geo:30.250000,120.210000");

        Browser.Answer refused = second.open();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("link.bound").doesNotContain("新塘苑", incident.id(), "EBIKE");
        assertThat(second.report("ARRIVED", Instant.now()).status()).isEqualTo(409);
        assertThat(phone.open().status()).as("the same phone, again").isEqualTo(200);
        assertThat(phone.get("/picture.jpg").body()).isEqualTo("jpeg");
        assertThat(second.get("/picture.jpg").status()).isEqualTo(409);
        assertThat(desk.installation.everything("task")).doesNotContain(phone.token);
    }

    @Test
    void what_a_unit_says_reaches_the_log_on_its_word_at_its_time_and_place() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        Phone phone = new Phone(desk.installation, Phone.link(desk, incident));
        Instant sent = Instant.parse(phone.open().json().get("sentAt").asText());
        assertThat(phone.report("ACCEPTED", sent).status()).isEqualTo(200);
        Browser.Answer early = phone.report("DONE", sent);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("done comes after arrived");

        String id = UUID.randomUUID().toString();
        Instant arrived = sent.plusMillis(5);
        assertThat(phone.report(id, "ARRIVED", arrived).status()).isEqualTo(200);
        Browser.Answer again = phone.report(id, "ARRIVED", arrived);
        assertThat(again.status())
                .as("the phone did not hear that it was taken")
                .isEqualTo(200);
        Browser.Answer done = phone.report("DONE", sent.plusMillis(9));
        assertThat(done.json().get("state").asText()).isEqualTo("DONE");

        try (LogTopic actions = new LogTopic(desk.installation.kafka.service(), Topic.ACTIONS)) {
            Action action = Json.read(Action.class, actions.await(value -> value.contains(id)));
            assertThat(action.kind()).isEqualTo(ActionKind.ARRIVE);
            assertThat(action.by()).isEqualTo(ActedBy.UNIT);
            assertThat(action.unit()).isEqualTo("patrol-1");
            assertThat(action.at()).isEqualTo(arrived);
            assertThat(action.position()).isEqualTo(new Point(120.2094, 30.25));
            Action handled = Json.read(
                    Action.class,
                    actions.await(value -> value.contains(incident.id()) && value.contains("\"HANDLE\"")));
            assertThat(handled.by()).isEqualTo(ActedBy.UNIT);
        }
        JsonNode task = tasks(incident).get(0);
        assertThat(task.get("state").asText()).isEqualTo("DONE");
        assertThat(task.get("unitName").asText()).isEqualTo("巡逻一组");
        assertThat(task.get("reports").findValuesAsText("kind")).containsExactly("ACCEPTED", "ARRIVED", "DONE");
        assertThat(task.get("reports").get(1).get("metres").asDouble()).isCloseTo(57.6, within(0.5));
    }

    @Test
    void a_report_without_a_position_is_as_good_and_one_with_a_wrong_one_is_refused_by_name() throws Exception {
        Phone phone = opened();
        Instant now = Instant.now();
        String head = "{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"ARRIVED\",\"at\":\"" + now + "\"";
        assertThat(phone.post(head + ",\"position\":{\"longitude\":500,\"latitude\":1}}")
                        .body())
                .contains("longitude", "500");
        assertThat(phone.post(head + ",\"position\":{\"longitude\":\"east\",\"latitude\":1}}")
                        .status())
                .isEqualTo(400);
        assertThat(phone.post(head + "}").status()).isEqualTo(200);
        assertThat(phone.post("{\"id\":\"1\",\"kind\":\"ARRIVED\",\"at\":\"" + now + "\"}")
                        .body())
                .contains("id is another word");
        assertThat(phone.post("{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"ARRIVED\",\"at\":\"soon\"}")
                        .body())
                .contains("at is no time");
        assertThat(phone.post("not json").status()).isEqualTo(400);
    }

    @Test
    void a_time_that_cannot_be_is_refused_and_a_phones_slack_is_taken_up() throws Exception {
        Phone phone = opened();
        Instant sent = Instant.parse(phone.get("").json().get("sentAt").asText());
        Browser.Answer future = phone.report("ARRIVED", Instant.now().plusSeconds(600));
        assertThat(future.status()).isEqualTo(400);
        assertThat(future.body()).contains("in the future");
        Browser.Answer past = phone.report("ARRIVED", sent.minusSeconds(600));
        assertThat(past.status()).isEqualTo(400);
        assertThat(past.body()).contains("before the unit was sent");
        JsonNode taken = phone.report("ACCEPTED", sent.minusSeconds(20)).json();
        assertThat(taken.get("reports").get(0).get("at").asText()).isEqualTo(sent.toString());
        JsonNode ahead = phone.report("ARRIVED", Instant.now().plusSeconds(20)).json();
        assertThat(Instant.parse(ahead.get("reports").get(1).get("at").asText()))
                .isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void an_id_that_belongs_to_another_incidents_report_is_refused() throws Exception {
        Phone one = opened();
        Phone other = opened();
        String id = UUID.randomUUID().toString();
        assertThat(one.report(id, "ARRIVED", Instant.now()).status()).isEqualTo(200);
        Browser.Answer foreign = other.report(id, "ARRIVED", Instant.now());
        assertThat(foreign.status()).isEqualTo(409);
        assertThat(foreign.body()).contains("belongs to another report");
    }

    @Test
    void a_link_ends_with_its_time_and_with_its_incident() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        Phone phone = new Phone(desk.installation, Phone.link(desk, incident));
        assertThat(phone.open().status()).isEqualTo(200);
        desk.installation.change(
                "update task set expires_at = now() - interval '1 second' where incident = '" + incident.id() + "'");
        Browser.Answer expired = phone.report("ARRIVED", Instant.now());
        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.body()).contains("link.expired").doesNotContain(incident.id(), "新塘苑");

        Incident closing = desk.seen("pengbu", "lift-1");
        Phone open = opened(closing);
        try (Events events = desk.pengbu.events("")) {
            events.await("hello", data -> true);
            desk.installation.tell(Street.moved(closing, IncidentState.CLOSED, "closing"));
            events.await("incident", data -> Desk.state(data).equals("CLOSED"));
        }
        Browser.Answer ended = open.get("");
        assertThat(ended.status()).isEqualTo(410);
        assertThat(ended.body()).contains("link.ended");
    }

    @Test
    void a_new_link_opens_on_another_phone_and_the_old_one_opens_nothing() throws Exception {
        Incident incident = desk.seen("pengbu", "lift-1");
        Phone lost = opened(incident);
        String task = tasks(incident).get(0).get("id").asText();
        String path = "/api/incidents/" + incident.id() + "/tasks/" + task + "/link";
        assertThat(desk.jianqiao.post(path, "{}").status())
                .as("another street's room")
                .isEqualTo(404);
        JsonNode renewed = desk.pengbu.post(path, "{}").json();
        assertThat(renewed.get("qr").get("path").asText()).startsWith("M0 0h1v1h-1z");
        Phone found = new Phone(desk.installation, renewed.get("link").asText());
        assertThat(found.open().status()).isEqualTo(200);
        assertThat(lost.get("").status()).isIn(404, 429);
        assertThat(found.report("ARRIVED", Instant.now()).status()).isEqualTo(200);
    }

    @Test
    void who_tries_links_is_slowed_and_a_real_link_opens_all_the_same() throws Exception {
        Phone real = opened();
        Phone forged = new Phone(desk.installation, "/t/" + "A".repeat(43));
        Browser.Answer last = forged.open();
        for (int i = 0; i < 8 && last.status() != 429; i++) {
            assertThat(last.status()).isEqualTo(404);
            assertThat(last.body()).contains("link.unknown");
            last = forged.open();
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(new Phone(desk.installation, "/t/x").open().status()).isEqualTo(429);
        assertThat(real.get("").status()).isEqualTo(200);
    }

    @Test
    void a_phones_page_is_served_without_the_rooms() throws Exception {
        Browser stranger = new Browser(desk.installation.console.url());
        Browser.Answer page = stranger.get("/t/" + "A".repeat(43));
        assertThat(page.body()).contains("出警任务").doesNotContain("<title>卡口</title>");
        assertThat(page.response().headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    private static JsonNode tasks(Incident incident) throws Exception {
        return desk.pengbu.get("/api/incidents/" + incident.id() + "/tasks").json();
    }

    private static Phone opened() throws Exception {
        return opened(desk.seen("pengbu", "lift-1"));
    }

    private static Phone opened(Incident incident) throws Exception {
        Phone phone = new Phone(desk.installation, Phone.link(desk, incident));
        assertThat(phone.open().status()).isEqualTo(200);
        return phone;
    }
}

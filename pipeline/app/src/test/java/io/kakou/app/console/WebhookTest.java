package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.console.ConsoleSettings;
import io.kakou.console.webhook.Patience;
import io.kakou.console.webhook.Webhook;
import io.kakou.console.webhook.WebhookKind;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Transition;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others are told: a real console with receivers that fail, are slow, and repeat themselves. */
class WebhookTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] KEY = "0123456789abcdef01234567".getBytes(UTF_8);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private static final String ROBOT = "SEC0123456789abcdef";
    private static final double GIVE_UP_SECONDS = 4;

    @TempDir
    static Path folder;

    private static Receiver all;
    private static Receiver silent;
    private static Receiver trucks;
    private static Receiver robot;
    private static Receiver gateway;
    private static Installation installation;
    private static Desk desk;

    @BeforeAll
    static void start() throws Exception {
        all = new Receiver();
        silent = new Receiver();
        trucks = new Receiver();
        robot = new Receiver();
        gateway = new Receiver();
        silent.answers(call -> Receiver.Answer.NEVER);
        installation = new Installation(
                folder,
                0,
                new ConsoleSettings.Outside(
                        "https://room.example:8460",
                        12,
                        "彭埠指挥室 0571-8600",
                        List.of(
                                hook("all", all, WebhookKind.CLOUDEVENTS, SECRET, Set.of(), List.of("shangcheng")),
                                hook("silent", silent, WebhookKind.CLOUDEVENTS, SECRET, Set.of(), List.of()),
                                hook(
                                        "trucks",
                                        trucks,
                                        WebhookKind.CLOUDEVENTS,
                                        SECRET,
                                        Set.of(EventKind.MUCK_TRUCK),
                                        List.of()),
                                hook("robot", robot, WebhookKind.DINGTALK, ROBOT, Set.of(), List.of("pengbu")),
                                hook("gateway", gateway, WebhookKind.SMS, SECRET, Set.of(), List.of())),
                        new Patience(1, 0.1, 0.4, GIVE_UP_SECONDS)));
        desk = Desk.open(installation);
        installation.change("update unit set phone = '13800000000' where id = 'patrol-1'");
    }

    private static Webhook hook(
            String name, Receiver to, WebhookKind kind, String secret, Set<EventKind> kinds, List<String> areas) {
        return new Webhook(name, to.url(), kind, secret, kinds, areas);
    }

    @AfterAll
    static void stop() {
        installation.close();
        List.of(all, silent, trucks, robot, gateway).forEach(Receiver::close);
    }

    @BeforeEach
    void answerWell() {
        all.answers(call -> Receiver.Answer.of(204));
        robot.answers(call -> new Receiver.Answer(200, "{\"errcode\":0,\"errmsg\":\"ok\"}", ""));
    }

    @Test
    void every_transition_is_told_once_signed_and_in_order_while_another_receiver_says_nothing() throws Exception {
        Incident reported = desk.reported("pengbu", "lift-1");
        Incident accepted = Street.moved(reported, IncidentState.ACCEPTED, "accepting");
        Incident closed = Street.moved(accepted, IncidentState.CLOSED, "closing");
        installation.tell(accepted);
        installation.tell(accepted);
        installation.tell(closed);

        List<Receiver.Heard> heard = all.await(3, of(reported));
        assertThat(heard.stream().map(Receiver.Heard::id))
                .containsExactlyElementsOf(
                        closed.transitions().stream().map(Transition::id).toList());
        for (Receiver.Heard each : heard) {
            assertThat(each.signature()).isEqualTo(signed(each));
            assertThat(Instant.ofEpochSecond(Long.parseLong(each.timestamp())))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
            assertThat(each.type()).startsWith("application/cloudevents+json");
        }
        JsonNode event = JSON.readTree(heard.get(2).body());
        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("id").asText()).isEqualTo(heard.get(2).id());
        assertThat(event.get("type").asText()).isEqualTo("io.kakou.incident.acted");
        assertThat(event.get("source").asText()).isEqualTo("/kakou/rooms/room-pengbu");
        assertThat(event.get("subject").asText()).isEqualTo(reported.id());
        assertThat(Instant.parse(event.get("time").asText())).isEqualTo(closed.updatedAt());
        assertThat(event.at("/data/transition/state").asText()).isEqualTo("CLOSED");
        assertThat(event.at("/data/incident/areaName").asText()).isEqualTo("彭埠街道");
        assertThat(event.at("/data/incident").has("alerts")).isFalse();
        assertThat(trucks.heard()).isEmpty();
    }

    @Test
    void what_fails_is_sent_again_with_its_id_before_what_comes_after_it() throws Exception {
        Set<String> failed = ConcurrentHashMap.newKeySet();
        all.answers(call -> Receiver.Answer.of(failed.add(call.id() + failed.contains(call.id())) ? 500 : 204));
        Incident reported = desk.reported("pengbu", "lift-1");
        installation.tell(Street.moved(reported, IncidentState.ACCEPTED, "accepting"));
        List<Receiver.Heard> heard = all.await(4, of(reported));
        List<String> ids = heard.stream().map(Receiver.Heard::id).toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(ids.get(2)).isEqualTo(ids.get(3));
        assertThat(ids.get(0)).isNotEqualTo(ids.get(2));
        assertThat(heard.get(1).signature()).isEqualTo(signed(heard.get(1)));
    }

    @Test
    void what_is_not_taken_in_time_is_a_dead_letter_with_its_reason_and_can_be_sent_again() throws Exception {
        Incident reported;
        JsonNode letter;
        try (Receiver elsewhere = new Receiver()) {
            all.answers(call -> new Receiver.Answer(302, "", elsewhere.url().toString()));
            reported = desk.reported("jianqiao", "lift-2");
            letter = dead("all", reported);
            assertThat(elsewhere.heard()).isEmpty();
        }
        assertThat(letter.get("reason").asText()).isEqualTo("it answered 302");
        assertThat(letter.get("attempts").asInt()).isGreaterThan(3);
        assertThat(dead("silent", reported).get("reason").asText()).isEqualTo("no answer within 1.0 s");

        all.answers(call -> Receiver.Answer.of(200));
        int before = all.await(1, of(reported)).size();
        String path = "/api/deliveries/" + letter.get("id").asText() + "/again";
        assertThat(desk.pengbu.post(path, "{}").status()).isEqualTo(403);
        assertThat(desk.admin.post(path, "{}").status()).isEqualTo(200);
        all.await(before + 1, of(reported));
        assertThat(desk.admin.post("/api/deliveries/999999/again", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void what_waits_outlives_the_console() throws Exception {
        all.answers(call -> Receiver.Answer.of(503));
        Incident reported = desk.reported("pengbu", "lift-1");
        all.await(1, of(reported));
        installation.startAgain();
        all.answers(call -> Receiver.Answer.of(204));
        int tries = all.await(2, of(reported)).size();
        assertThat(tries).isGreaterThanOrEqualTo(2);
    }

    @Test
    void history_is_not_news() throws Exception {
        Instant old = Instant.now().minusSeconds(3600);
        Incident past = Street.incident("pengbu", "lift-1", "alert-of-an-hour-ago", old);
        Incident now;
        try (Events events = desk.pengbu.events("")) {
            events.await("hello", data -> true);
            installation.tell(past);
            events.await("incident", data -> Desk.id(data).equals(past.id()));
            now = desk.reported("pengbu", "lift-1");
        }
        all.await(1, of(now));
        assertThat(all.heard().stream().filter(of(past))).isEmpty();
    }

    @Test
    void a_unit_is_sent_its_link_by_the_robot_and_by_sms_and_a_robot_that_says_no_is_asked_again() throws Exception {
        Set<String> first = ConcurrentHashMap.newKeySet();
        robot.answers(call -> first.add(call.body())
                ? new Receiver.Answer(200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}", "")
                : new Receiver.Answer(200, "{\"errcode\":0}", ""));
        Incident incident = desk.seen("pengbu", "lift-1");
        String link = Phone.link(desk, incident);
        assertThat(link).startsWith("https://room.example:8460/t/");
        Receiver.Heard said = robot.await(2, call -> call.body().contains(link)).get(1);
        assertThat(JSON.readTree(said.body()).at("/markdown/text").asText())
                .contains("巡逻一组，请立即前往新塘苑1幢电梯", "[打开任务](" + link + ")");
        String[] query = said.query().split("&", -1);
        String millis = query[1].substring("timestamp=".length());
        assertThat(URLDecoder.decode(query[2].substring("sign=".length()), UTF_8))
                .isEqualTo(hmac(ROBOT.getBytes(UTF_8), millis + "\n" + ROBOT));
        Receiver.Heard sms =
                gateway.await(1, call -> call.body().contains(link)).get(0);
        assertThat(JSON.readTree(sms.body()).get("phone").asText()).isEqualTo("13800000000");
        assertThat(sms.signature()).isEqualTo(signed(sms));
        assertThat(installation.everything("delivery")).doesNotContain(link.substring(link.lastIndexOf('/') + 1));
        Phone forged = new Phone(installation, "/t/" + "B".repeat(43));
        assertThat(URLDecoder.decode(
                        forged.open()
                                .response()
                                .headers()
                                .firstValue("X-Kakou-Call")
                                .orElseThrow(),
                        UTF_8))
                .isEqualTo("彭埠指挥室 0571-8600");
    }

    private static Predicate<Receiver.Heard> of(Incident incident) {
        return call -> call.body().contains(incident.id());
    }

    /** Once it is one. */
    private static JsonNode dead(String webhook, Incident incident) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < until) {
            for (JsonNode each : desk.admin.get("/api/deliveries").json().get("dead")) {
                if (each.get("incident").asText().equals(incident.id())
                        && each.get("webhook").asText().equals(webhook)) {
                    return each;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError(desk.admin.get("/api/deliveries").body());
    }

    /** As Standard Webhooks 1.0 says that a receiver computes it, from what was received alone. */
    private static String signed(Receiver.Heard heard) throws Exception {
        return "v1," + hmac(KEY, heard.id() + "." + heard.timestamp() + "." + heard.body());
    }

    private static String hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    }
}

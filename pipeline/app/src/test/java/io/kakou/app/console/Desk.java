package io.kakou.app.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.console.accounts.Role;
import io.kakou.events.Incident;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The people of two streets at work on one console. */
final class Desk {
    private static final AtomicInteger ALERTS = new AtomicInteger();

    final Installation installation;
    final Browser pengbu;
    final Browser jianqiao;
    final Browser auditor;
    final Browser engineer;
    final Browser admin;

    private Desk(Installation installation) throws Exception {
        this.installation = installation;
        People people = new People(installation);
        pengbu = people.browser(Role.OPERATOR, "pengbu");
        jianqiao = people.browser(Role.OPERATOR, "jianqiao");
        auditor = people.browser(Role.AUDITOR, "*");
        engineer = people.browser(Role.ENGINEER, "*");
        admin = people.browser(Role.ADMINISTRATOR, "*");
    }

    static Desk open(Installation installation) throws Exception {
        return new Desk(installation);
    }

    /** An incident that has reached its room's page. */
    Incident reported(String area, String camera) throws Exception {
        Incident incident = incident(area, camera);
        Browser owner = area.equals("pengbu") ? pengbu : jianqiao;
        try (Events events = owner.events("")) {
            events.await("hello", data -> true);
            installation.tell(incident);
            events.await("incident", data -> id(data).equals(incident.id()));
        }
        return incident;
    }

    /** The same, with a picture and a clip that its operator has looked at. */
    Incident seen(String area, String camera) throws Exception {
        Incident incident = reported(area, camera);
        String alert = incident.alerts().get(0).id();
        installation.neighbours.keep(alert);
        Browser owner = area.equals("pengbu") ? pengbu : jianqiao;
        owner.get("/api/pictures/" + alert + ".jpg");
        return incident;
    }

    Incident incident(String area, String camera) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return Street.incident(area, camera, "alert-" + ALERTS.incrementAndGet(), at);
    }

    static Browser.Answer act(Browser browser, Incident incident, String body) throws Exception {
        return browser.post("/api/incidents/" + incident.id() + "/actions", body);
    }

    static String accept() {
        return "{\"kind\":\"ACCEPT\",\"seenVersion\":1}";
    }

    static String reject(String verdict) {
        return "{\"kind\":\"REJECT\",\"seenVersion\":1,\"verdict\":\"" + verdict + "\",\"actionNeeded\":false}";
    }

    static String id(JsonNode data) {
        return data.get("id").asText();
    }

    static String state(JsonNode data) {
        return data.get("state").asText();
    }

    static boolean online(JsonNode data) {
        return data.get("online").asBoolean();
    }
}

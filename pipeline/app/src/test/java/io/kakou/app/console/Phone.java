package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Incident;
import java.time.Instant;
import java.util.UUID;

/** A unit's phone with its link. */
final class Phone {
    final String token;
    private final Browser browser;

    Phone(Installation installation, String link) {
        this.token = link.substring(link.lastIndexOf('/') + 1);
        this.browser = new Browser(installation.console.url());
    }

    /** The link that a room's dispatch of a reported incident has made. */
    static String link(Desk desk, Incident incident) throws Exception {
        return dispatch(desk, incident).json().get("task").get("link").asText();
    }

    static Browser.Answer dispatch(Desk desk, Incident incident) throws Exception {
        assertThat(Desk.act(desk.pengbu, incident, Desk.accept()).status()).isEqualTo(202);
        Browser.Answer sent =
                Desk.act(desk.pengbu, incident, "{\"kind\":\"DISPATCH\",\"seenVersion\":1,\"unit\":\"patrol-1\"}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        return sent;
    }

    Browser.Answer open() throws Exception {
        return browser.post("/api/t/" + token + "/open", "{}");
    }

    Browser.Answer get(String below) throws Exception {
        return browser.get("/api/t/" + token + below);
    }

    Browser.Answer report(String kind, Instant at) throws Exception {
        return report(UUID.randomUUID().toString(), kind, at);
    }

    /** 60 m and a little west of where the incident is. */
    Browser.Answer report(String id, String kind, Instant at) throws Exception {
        return post("{\"id\":\"" + id + "\",\"kind\":\"" + kind + "\",\"at\":\"" + at
                + "\",\"position\":{\"longitude\":120.2094,\"latitude\":30.25,\"accuracy\":12.5}}");
    }

    Browser.Answer post(String body) throws Exception {
        return browser.post("/api/t/" + token + "/reports", body);
    }

    Browser.Answer photo(String id, byte[] file, Instant at) throws Exception {
        return browser.upload("/api/t/" + token + "/photos?id=" + id + "&at=" + at, file);
    }
}

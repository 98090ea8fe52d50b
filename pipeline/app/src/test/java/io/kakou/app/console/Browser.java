package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A person's browser: one session, one cookie. */
final class Browser {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private String cookie = "";

    record Answer(int status, String body, HttpResponse<?> response) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    Browser(String base) {
        this.base = URI.create(base);
    }

    Browser signIn(String user, String password) throws Exception {
        Answer answer = post(
                "/api/login",
                JSON.createObjectNode()
                        .put("user", user)
                        .put("password", password)
                        .toString());
        assertThat(answer.status()).as("login of %s: %s", user, answer.body()).isEqualTo(200);
        return this;
    }

    Answer get(String path) throws Exception {
        return send(request(path).GET());
    }

    /** A part of a file; of all of it where the range is empty. */
    HttpResponse<byte[]> bytes(String path, String range) throws Exception {
        HttpRequest.Builder request = request(path).GET();
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    Answer post(String path, String body) throws Exception {
        return call("POST", path, body);
    }

    /** With the header that a page of another origin cannot send. */
    Answer call(String method, String path, String body) throws Exception {
        return send(request(path).header("X-Kakou", "1").method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A file as it is. */
    Answer upload(String path, byte[] file) throws Exception {
        return send(request(path).header("X-Kakou", "1").POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    Answer callWithoutHeader(String method, String path, String body) throws Exception {
        return send(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The status alone, of an answer that may have no end. */
    int status(String method, String path) throws Exception {
        HttpRequest.Builder request = request(path).header("X-Kakou", "1");
        HttpRequest ready = method.equals("GET")
                ? request.GET().build()
                : request.method(method, HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        HttpResponse<InputStream> answer = http.send(ready, BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    /** Server-sent events after a cursor; empty for from now on. */
    Events events(String lastEventId) throws Exception {
        HttpRequest.Builder request = request("/api/events");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Events(answer.body());
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> {
            assertThat(set).containsIgnoringCase("; HttpOnly").contains("; SameSite=Strict", "; Path=/");
            cookie = set.substring(0, set.indexOf(';'));
        });
        return new Answer(answer.statusCode(), answer.body(), answer);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(LONGEST);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }
}

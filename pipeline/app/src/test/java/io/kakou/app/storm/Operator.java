package io.kakou.app.storm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The administrator at the console's API; signs in again whenever the console wants it. */
public final class Operator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "admin";
    private static final String PASSWORD = "twenty-kills-of-each";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int UNAUTHORISED = 401;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private String cookie = "";

    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    public record Answer(int status, byte[] body) {
        public JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    public Operator(URI base) {
        this.base = base;
    }

    /** Changes the password of the first login. */
    public void begin(String firstPassword) throws IOException, InterruptedException {
        signIn(firstPassword);
        ObjectNode both = JSON.createObjectNode().put("old", firstPassword).put("new", PASSWORD);
        Answer changed = send("POST", "/api/password", both);
        if (changed.status() != 200) {
            throw new IOException("the password is not changed: " + changed.status());
        }
        signIn(PASSWORD);
    }

    /**
     * Asks.
     *
     * @throws IOException where nobody answers within seconds
     */
    public Answer get(String path) throws IOException, InterruptedException {
        return again("GET", path, JSON.createObjectNode());
    }

    public Answer post(String path, ObjectNode body) throws IOException, InterruptedException {
        return again("POST", path, body);
    }

    public static String inPath(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private Answer again(String method, String path, ObjectNode body) throws IOException, InterruptedException {
        Answer first = send(method, path, body);
        if (first.status() != UNAUTHORISED) {
            return first;
        }
        signIn(PASSWORD);
        return send(method, path, body);
    }

    private void signIn(String password) throws IOException, InterruptedException {
        Answer in = send(
                "POST", "/api/login", JSON.createObjectNode().put("user", NAME).put("password", password));
        if (in.status() != 200) {
            throw new IOException("no login: " + in.status());
        }
    }

    private synchronized Answer send(String method, String path, ObjectNode body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(LONGEST).header("X-Kakou", "1");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        boolean asks = method.equals("GET");
        request.method(
                method, asks ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return new Answer(answer.statusCode(), answer.body());
    }
}

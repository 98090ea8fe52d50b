package io.kakou.app.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One session at a console. One thread. */
public final class ConsoleClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI console;
    private String cookie = "";

    /**
     * A session that is not open.
     *
     * @param console {@code http://host:port/}
     */
    public ConsoleClient(URI console) {
        if (console.getHost() == null || !String.valueOf(console.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("--console is \"" + console + "\"; allowed: http[s]://host[:port]/");
        }
        this.console = console;
    }

    /**
     * Comes in.
     *
     * @throws ConsoleAway where the console is away, or does not let this account in
     */
    public void signIn(String user, String password) throws ConsoleAway, InterruptedException {
        String body = JSON.createObjectNode()
                .put("user", user)
                .put("password", password)
                .toString();
        HttpResponse<String> answer = send("api/login", "application/json", BodyPublishers.ofString(body));
        String set = answer.headers().firstValue("Set-Cookie").orElse("");
        cookie = set.replaceFirst(";.*$", "");
        if (answered(answer).path("mustChangePassword").asBoolean()) {
            throw new ConsoleAway("the account " + user + " must change its password first, on the page " + console);
        }
    }

    /**
     * Sends a file of cameras.
     *
     * @param query {@code crs=gcj02&mode=import}
     * @return the report
     * @throws ConsoleAway where it is no such file, or the account may not
     */
    public JsonNode importCameras(byte[] file, String query) throws ConsoleAway, InterruptedException {
        return answered(
                send("api/cameras/import?" + query, "application/octet-stream", BodyPublishers.ofByteArray(file)));
    }

    /**
     * Has forgotten what a camera has taught.
     *
     * @param rule one rule's alone, or null for all
     * @throws ConsoleAway where there is no such camera, or the account may not
     */
    public JsonNode forget(String camera, @Nullable String rule, String reason)
            throws ConsoleAway, InterruptedException {
        return post(
                "api/cameras/" + camera + "/forget",
                JSON.createObjectNode().put("rule", rule).put("reason", reason));
    }

    /**
     * Asks for something.
     *
     * @param path {@code api/…}, with its query
     * @throws ConsoleAway where it is not there, or the account may not
     */
    public JsonNode get(String path) throws ConsoleAway, InterruptedException {
        return answered(send(request(path).GET()));
    }

    /**
     * Has something done.
     *
     * @param path {@code api/…}
     * @throws ConsoleAway where it is refused, or the account may not
     */
    public JsonNode post(String path, JsonNode body) throws ConsoleAway, InterruptedException {
        return answered(send(path, "application/json", BodyPublishers.ofString(body.toString())));
    }

    /**
     * Puts a file in the place of what is there.
     *
     * @param path {@code api/…}, with its query
     * @return the report; with {@code problems} or {@code findings}, a line each, and {@code error} where the file was refused
     * @throws ConsoleAway where the account may not, or it is refused for another reason
     */
    public JsonNode put(String path, byte[] file) throws ConsoleAway, InterruptedException {
        return reported(send(file(path).PUT(BodyPublishers.ofByteArray(file))));
    }

    /**
     * Adds what a file holds to what is there.
     *
     * @param path {@code api/…}, with its query
     * @return the report, as of {@link #put}
     * @throws ConsoleAway where the account may not, or it is refused for another reason
     */
    public JsonNode post(String path, byte[] file) throws ConsoleAway, InterruptedException {
        return reported(send(file(path).POST(BodyPublishers.ofByteArray(file))));
    }

    private HttpRequest.Builder file(String path) {
        return request(path).header("Content-Type", "application/octet-stream");
    }

    private JsonNode reported(HttpResponse<String> answer) throws ConsoleAway {
        JsonNode body = json(answer.body());
        boolean isReport = body.has("problems") || body.has("findings");
        return answer.statusCode() == 400 && isReport ? body : answered(answer);
    }

    private HttpResponse<String> send(String path, String type, HttpRequest.BodyPublisher body)
            throws ConsoleAway, InterruptedException {
        return send(request(path).header("Content-Type", type).POST(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.resolve("/" + path))
                .timeout(LONGEST)
                .header("X-Kakou", "1");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws ConsoleAway, InterruptedException {
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new ConsoleAway("nobody listens at " + console + "; is kakou run running there?", e);
        } catch (IOException e) {
            throw new ConsoleAway("the console at " + console + " does not answer: " + e.getMessage(), e);
        }
    }

    private JsonNode answered(HttpResponse<String> answer) throws ConsoleAway {
        JsonNode body = json(answer.body());
        if (answer.statusCode() >= 300) {
            String line = body.path("error").asText("HTTP " + answer.statusCode());
            throw new ConsoleAway(line);
        }
        return body;
    }

    private JsonNode json(String body) throws ConsoleAway {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ConsoleAway("what answers at " + console + " is no console of ours", e);
        }
    }
}

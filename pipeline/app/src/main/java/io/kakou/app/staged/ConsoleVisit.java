package io.kakou.app.staged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Somebody who signs in to the page and waits for an incident, as a browser would. */
public final class ConsoleVisit {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI page;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** A visitor of the page at that address, which ends with a slash. */
    public ConsoleVisit(String page) {
        this.page = URI.create(page);
    }

    /**
     * Comes in.
     *
     * @throws IOException where the account is not let in
     */
    public void signIn(String user, String password) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("user", user, "password", password));
        HttpResponse<byte[]> answer = send(request("api/login")
                .header("X-Kakou", "1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new IOException("the page refuses the account: status " + answer.statusCode());
        }
    }

    /** The first alert of the newest incident of a camera, or nothing yet. */
    public Optional<String> alert(String camera) throws IOException, InterruptedException {
        for (JsonNode incident : JSON.readTree(get("api/incidents?state=all").body())) {
            if (incident.path("camera").asText().equals(camera)) {
                return Optional.of(incident.path("alerts").path(0).path("id").asText());
            }
        }
        return Optional.empty();
    }

    /** Whether an alert's clip can be played: its manifest, its header and its first part are there. */
    public boolean clipPlays(String alert) throws IOException, InterruptedException {
        String clip = "api/clips/" + alert + '/';
        HttpResponse<byte[]> manifest = get(clip + "manifest");
        if (manifest.statusCode() != 200) {
            return false;
        }
        String part =
                JSON.readTree(manifest.body()).path("parts").path(0).path("key").asText("none");
        return get(clip + "init.mp4").statusCode() == 200 && get(clip + part).statusCode() == 200;
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(page.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}

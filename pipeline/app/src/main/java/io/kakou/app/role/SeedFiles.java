package io.kakou.app.role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kakou.app.areas.AreaFile;
import io.kakou.app.areas.InvalidAreas;
import io.kakou.console.Seed;
import io.kakou.events.Area;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Recording;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.events.secret.SecretBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an empty database begins with: areas as GeoJSON, cameras as a YAML list of the fields of {@link Camera}, with
 * {@code user} and {@code password} in place of {@code login}.
 */
record SeedFiles(@Nullable Path areas, @Nullable Path cameras, SecretBox box) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KEYS = List.of(
            "id",
            "name",
            "kind",
            "place",
            "gbCode",
            "mainStream",
            "subStream",
            "zones",
            "watched",
            "recording",
            "user",
            "password");

    /**
     * Reads both.
     *
     * @throws IOException with one line a problem
     */
    Seed read() throws IOException {
        return new Seed(readAreas(), List.of(), readCameras());
    }

    private List<Area> readAreas() throws IOException {
        try {
            return areas == null ? List.of() : AreaFile.read(areas);
        } catch (InvalidAreas e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private List<Camera> readCameras() throws IOException {
        if (cameras == null) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        List<Camera> read = new ArrayList<>();
        int number = 0;
        for (JsonNode each : list(cameras)) {
            String where = "camera " + ++number;
            try {
                read.add(camera(where, each));
            } catch (IOException e) {
                problems.add(cameras.getFileName() + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new IOException(String.join("\n", problems));
        }
        return read;
    }

    private static JsonNode list(Path file) throws IOException {
        try {
            JsonNode list = YAML.readTree(file.toFile());
            if (list.isArray()) {
                return list;
            }
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file.getFileName() + ": line " + e.getLocation().getLineNr()
                            + " is no YAML; allowed: a YAML list of" + " cameras",
                    e);
        }
        throw new IOException(file.getFileName() + ": it is no list; allowed: a YAML list of cameras");
    }

    private Camera camera(String where, JsonNode node) throws IOException {
        if (!(node instanceof ObjectNode fields)) {
            throw new IOException(where + " is no mapping; allowed: " + String.join(", ", KEYS));
        }
        checkWords(where, fields);
        String user = fields.path("user").asText("");
        String login = user + ':' + fields.path("password").asText("");
        fields.remove(List.of("user", "password"));
        if (!user.isEmpty()) {
            fields.put("login", box.seal(login));
        }
        try {
            return Json.read(Camera.class, JSON.writeValueAsBytes(fields));
        } catch (UnreadableRecord e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
    }

    /** The log's reader forgives unknown keys and kinds, which newer releases write; a person has mistyped them. */
    private static void checkWords(String where, ObjectNode fields) throws IOException {
        for (String key : (Iterable<String>) fields::fieldNames) {
            if (!KEYS.contains(key)) {
                throw new IOException(
                        where + ": key \"" + key + "\" is not known; allowed: " + String.join(", ", KEYS));
            }
        }
        checkWord(where + ": kind", fields.get("kind"), CameraKind.values());
        checkWord(where + ": recording", fields.get("recording"), Recording.values());
        for (JsonNode each : fields.path("watched")) {
            checkWord(where + ": watched", each, EventKind.values());
        }
    }

    private static void checkWord(String what, @Nullable JsonNode word, Enum<?>[] all) throws IOException {
        List<String> allowed = Arrays.stream(all)
                .map(Enum::name)
                .filter(name -> !name.equals("UNKNOWN"))
                .toList();
        if (word != null && !allowed.contains(word.asText())) {
            throw new IOException(what + " is \"" + word.asText() + "\"; allowed: " + String.join(", ", allowed));
        }
    }
}

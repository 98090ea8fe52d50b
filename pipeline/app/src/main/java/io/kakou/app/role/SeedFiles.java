package io.kakou.app.role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kakou.console.Seed;
import io.kakou.console.geojson.AreaFile;
import io.kakou.console.geojson.InvalidAreas;
import io.kakou.console.incidents.Unit;
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
 * {@code user} and {@code password} in place of {@code login}, units as a YAML list of the fields of {@link Unit}.
 */
record SeedFiles(@Nullable Path areas, @Nullable Path cameras, @Nullable Path units, SecretBox box) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> UNIT_KEYS = List.of("id", "name", "area", "phone");
    private static final List<String> CAMERA_KEYS = List.of(
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
     * Reads all three.
     *
     * @throws IOException with one line a problem
     */
    Seed read() throws IOException {
        return new Seed(readAreas(), readUnits(), readCameras());
    }

    private List<Area> readAreas() throws IOException {
        try {
            return areas == null ? List.of() : AreaFile.read(areas);
        } catch (InvalidAreas e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private List<Unit> readUnits() throws IOException {
        return units == null ? List.of() : list(units, "unit", UNIT_KEYS, SeedFiles::unit);
    }

    private List<Camera> readCameras() throws IOException {
        return cameras == null ? List.of() : list(cameras, "camera", CAMERA_KEYS, this::camera);
    }

    /** One entry of a list. */
    private interface Entry<T> {
        T read(String where, ObjectNode fields) throws IOException;
    }

    private static <T> List<T> list(Path file, String what, List<String> keys, Entry<T> entry) throws IOException {
        List<String> problems = new ArrayList<>();
        List<T> read = new ArrayList<>();
        int number = 0;
        for (JsonNode each : entries(file, what)) {
            String where = what + ' ' + ++number;
            try {
                read.add(entry.read(where, fields(where, keys, each)));
            } catch (IOException e) {
                problems.add(file.getFileName() + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new IOException(String.join("\n", problems));
        }
        return read;
    }

    private static JsonNode entries(Path file, String what) throws IOException {
        String allowed = "; allowed: a YAML list of " + what + "s";
        try {
            JsonNode list = YAML.readTree(file.toFile());
            if (list.isArray()) {
                return list;
            }
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file.getFileName() + ": line " + e.getLocation().getLineNr() + " is no YAML" + allowed, e);
        }
        throw new IOException(file.getFileName() + ": it is no list" + allowed);
    }

    private static ObjectNode fields(String where, List<String> keys, JsonNode entry) throws IOException {
        String allowed = "; allowed: " + String.join(", ", keys);
        if (!(entry instanceof ObjectNode fields)) {
            throw new IOException(where + " is no mapping" + allowed);
        }
        for (String key : (Iterable<String>) fields::fieldNames) {
            if (!keys.contains(key)) {
                throw new IOException(where + ": key \"" + key + "\" is not known" + allowed);
            }
        }
        return fields;
    }

    private static Unit unit(String where, ObjectNode fields) throws IOException {
        try {
            String area = fields.path("area").asText(null);
            String phone = fields.path("phone").asText(null);
            return new Unit(fields.path("id").asText(""), fields.path("name").asText(""), area, phone);
        } catch (IllegalArgumentException e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
    }

    private Camera camera(String where, ObjectNode fields) throws IOException {
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

    /** The log's reader forgives unknown kinds, which newer releases write; a person has mistyped them. */
    private static void checkWords(String where, ObjectNode fields) throws IOException {
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

package io.kakou.app.role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kakou.app.settings.RunSettings;
import io.kakou.console.Seed;
import io.kakou.console.geojson.AreaFile;
import io.kakou.console.geojson.InvalidFile;
import io.kakou.console.incidents.Unit;
import io.kakou.console.registry.Held;
import io.kakou.console.registry.RoadFiles;
import io.kakou.console.registry.RoomsFile;
import io.kakou.console.registry.UnfitFile;
import io.kakou.events.Area;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Recording;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.events.secret.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an empty database begins with: areas as GeoJSON, cameras as a YAML list of the fields of {@link Camera}, with
 * {@code user} and {@code password} in place of {@code login}, units as a YAML list of the fields of {@link Unit}, and
 * clocks, rotas and roads as people import them.
 */
record SeedFiles(RunSettings.Seed files, SecretBox box) {
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
     * Reads them all.
     *
     * @throws IOException with one line a problem
     */
    Seed read() throws IOException {
        List<Camera> cameras = readCameras();
        return new Seed(readAreas(), readUnits(), cameras, readRooms().withRoadsOf(readRoads(cameras)));
    }

    private Held readRooms() throws IOException {
        return held(files.rooms(), RoomsFile::read);
    }

    private Held readRoads(List<Camera> cameras) throws IOException {
        return held(files.roads(), file -> RoadFiles.read(file, cameras));
    }

    /** One of the two kinds of files that people import. */
    private interface Import {
        Held read(byte[] file) throws UnfitFile;
    }

    private static Held held(@Nullable Path file, Import kind) throws IOException {
        if (file == null) {
            return Held.NOTHING;
        }
        try {
            return kind.read(Files.readAllBytes(file));
        } catch (UnfitFile e) {
            List<String> lines = e.problems().stream()
                    .map(problem -> file.getFileName() + ": " + problem)
                    .toList();
            throw new IOException(String.join("\n", lines), e);
        }
    }

    private List<Area> readAreas() throws IOException {
        try {
            return files.areas() == null ? List.of() : AreaFile.read(files.areas());
        } catch (InvalidFile e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private List<Unit> readUnits() throws IOException {
        return files.units() == null ? List.of() : list(files.units(), "unit", UNIT_KEYS, SeedFiles::unit);
    }

    private List<Camera> readCameras() throws IOException {
        return files.cameras() == null ? List.of() : list(files.cameras(), "camera", CAMERA_KEYS, this::camera);
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

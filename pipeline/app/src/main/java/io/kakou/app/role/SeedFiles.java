package io.kakou.app.role;

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
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import io.kakou.events.secret.SecretBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an empty database begins with: areas as GeoJSON, cameras as a YAML list of the fields of {@link Camera}, with
 * {@code user} and {@code password} in place of {@code login}, units as a YAML list of the fields of {@link Unit}.
 */
record SeedFiles(@Nullable Path areas, @Nullable Path cameras, @Nullable Path units, SecretBox box) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

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
        return units == null ? List.of() : list(units, "unit", "id, name, area, phone", SeedFiles::unit);
    }

    private List<Camera> readCameras() throws IOException {
        return cameras == null
                ? List.of()
                : list(cameras, "camera", "id, name, kind, subStream and the like", this::camera);
    }

    /** One entry of a list. */
    private interface Entry<T> {
        T read(ObjectNode fields, String where) throws IOException;
    }

    private static <T> List<T> list(Path file, String what, String allowed, Entry<T> entry) throws IOException {
        JsonNode list = YAML.readTree(file.toFile());
        if (!list.isArray()) {
            throw new IOException(file.getFileName() + ": it is no list; allowed: a YAML list of " + what + "s");
        }
        List<T> read = new ArrayList<>();
        for (JsonNode each : list) {
            String where = what + " " + (read.size() + 1) + " of " + file.getFileName();
            if (!(each instanceof ObjectNode fields)) {
                throw new IOException(where + " is no mapping; allowed: " + allowed);
            }
            read.add(entry.read(fields, where));
        }
        return read;
    }

    private static Unit unit(ObjectNode fields, String where) throws IOException {
        try {
            String area = fields.path("area").asText(null);
            String phone = fields.path("phone").asText(null);
            return new Unit(fields.path("id").asText(""), fields.path("name").asText(""), area, phone);
        } catch (IllegalArgumentException e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
    }

    private Camera camera(ObjectNode fields, String where) throws IOException {
        String user = fields.path("user").asText("");
        String login = user + ':' + fields.path("password").asText("");
        fields.remove(List.of("user", "password", "login"));
        if (!user.isEmpty()) {
            fields.put("login", box.seal(login));
        }
        try {
            return Json.read(Camera.class, JSON.writeValueAsBytes(fields));
        } catch (UnreadableRecord e) {
            throw new IOException(where + ": " + e.getMessage(), e);
        }
    }
}

package io.kakou.app.role;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kakou.console.Seed;
import io.kakou.console.geojson.AreaFile;
import io.kakou.console.geojson.InvalidAreas;
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
 * {@code user} and {@code password} in place of {@code login}.
 */
record SeedFiles(@Nullable Path areas, @Nullable Path cameras, SecretBox box) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

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
        JsonNode list = YAML.readTree(cameras.toFile());
        if (!list.isArray()) {
            throw new IOException(cameras.getFileName() + ": it is no list; allowed: a YAML list of cameras");
        }
        List<Camera> read = new ArrayList<>();
        for (JsonNode each : list) {
            read.add(camera(each, read.size() + 1));
        }
        return read;
    }

    private Camera camera(JsonNode node, int number) throws IOException {
        String where = "camera " + number + " of " + (cameras == null ? "" : cameras.getFileName());
        if (!(node instanceof ObjectNode fields)) {
            throw new IOException(where + " is no mapping; allowed: id, name, kind, subStream and the like");
        }
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

package io.kakou.console.geojson;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kakou.events.Area;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads areas from GeoJSON (RFC 7946): a FeatureCollection of Polygon and MultiPolygon features with the properties
 * {@code id}, {@code name}, {@code level} (district, street, community, grid, or 区, 街道, 社区, 网格), {@code parent} and
 * {@code room}. Positions are WGS-84, longitude first; heights are ignored.
 */
public final class AreaFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private AreaFile() {}

    /**
     * Reads all areas.
     *
     * @return in the file's order, at least one
     * @throws InvalidAreas with every problem found, where there is any
     */
    public static List<Area> read(Path file) throws InvalidAreas {
        String name = String.valueOf(file.getFileName());
        try {
            return read(name, Files.readAllBytes(file));
        } catch (IOException e) {
            String problem = "it cannot be read (" + e.getClass().getSimpleName() + "); allowed: a readable file";
            throw new InvalidAreas(name, List.of(problem));
        }
    }

    /**
     * Reads all areas of a file's bytes.
     *
     * @param name what the file is called, for the message
     * @throws InvalidAreas with every problem found, where there is any
     */
    public static List<Area> read(String name, byte[] file) throws InvalidAreas {
        Problems problems = new Problems();
        List<Area> areas = areas(features(file, problems), problems);
        if (problems.none()) {
            return areas;
        }
        throw new InvalidAreas(name, problems.lines());
    }

    private static List<Area> areas(Iterable<JsonNode> features, Problems problems) {
        List<Area> areas = new ArrayList<>();
        TreeCheck tree = new TreeCheck();
        int number = 0;
        for (JsonNode node : features) {
            Feature feature = new Feature(++number, node, problems);
            tree.add(feature);
            feature.area().ifPresent(areas::add);
        }
        tree.check(problems);
        return areas;
    }

    private static Iterable<JsonNode> features(byte[] file, Problems problems) {
        Optional<JsonNode> root = text(file, problems).flatMap(text -> json(text, problems));
        if (root.isEmpty()) {
            return List.of();
        }
        JsonNode features = root.get().path("features");
        String type = root.get().path("type").asText("missing");
        if (!type.equals("FeatureCollection") || !features.isArray()) {
            problems.add(
                    "its type is " + Problems.shown(type) + "; allowed: FeatureCollection with an array of features");
        } else if (features.isEmpty()) {
            problems.add("it has no features; allowed: 1 or more");
        }
        return features;
    }

    private static Optional<String> text(byte[] file, Problems problems) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.add("it is not UTF-8; allowed: GeoJSON in UTF-8");
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> json(String text, Problems problems) {
        if (text.isBlank()) {
            problems.add("it is empty; allowed: a GeoJSON FeatureCollection");
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            problems.add("it is not JSON at line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + "; allowed: a GeoJSON FeatureCollection");
            return Optional.empty();
        }
    }
}

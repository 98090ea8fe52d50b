package io.kakou.console.geojson;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;

/** The features of a file (RFC 7946 §3.3). */
final class FeatureCollection {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FeatureCollection() {}

    /** None where there is a problem. */
    static Iterable<JsonNode> features(byte[] file, Problems problems) {
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

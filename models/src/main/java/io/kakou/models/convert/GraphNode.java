package io.kakou.models.convert;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One node of a TF.js graph.
 *
 * @param inputs names of values: a node's name, with {@code :n} where it is not the node's first output
 * @param attributes TensorFlow's {@code AttrValue}s as JSON; strings are lists of byte values
 */
record GraphNode(String name, String operator, List<String> inputs, JsonNode attributes) {
    GraphNode as(String newName) {
        return new GraphNode(newName, operator, inputs, attributes);
    }

    int integer(String key) throws UnconvertibleGraph {
        return (int) attribute(key, "i").asLong();
    }

    float real(String key) throws UnconvertibleGraph {
        return (float) attribute(key, "f").asDouble();
    }

    /** True where the attribute is set; an absent one is false, as in TensorFlow. */
    boolean flag(String key) {
        return attributes.path(key).path("b").asBoolean(false);
    }

    String text(String key) throws UnconvertibleGraph {
        return text(attribute(key, "s"));
    }

    List<String> texts(String key) throws UnconvertibleGraph {
        List<String> texts = new ArrayList<>();
        attribute(key, "list").path("s").forEach(bytes -> texts.add(text(bytes)));
        return texts;
    }

    private static String text(JsonNode bytes) {
        StringBuilder text = new StringBuilder();
        bytes.forEach(b -> text.append((char) b.asInt()));
        return bytes.isArray()
                ? text.toString()
                : new String(Base64.getDecoder().decode(bytes.asText()), StandardCharsets.US_ASCII);
    }

    int[] integers(String key) throws UnconvertibleGraph {
        JsonNode list = attribute(key, "list").path("i");
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) list.get(i).asLong();
        }
        return values;
    }

    private JsonNode attribute(String key, String kind) throws UnconvertibleGraph {
        JsonNode value = attributes.path(key).path(kind);
        if (value.isMissingNode()) {
            throw new UnconvertibleGraph("node " + name + " (" + operator + ") has no attribute " + key + "." + kind);
        }
        return value;
    }

    UnconvertibleGraph refuses(String what, Object value, String allowed) {
        return new UnconvertibleGraph(
                "node " + name + " (" + operator + ") has " + what + " " + value + "; allowed: " + allowed);
    }
}

package io.kakou.models.int8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The range of each value that becomes bytes, by its name: numbers that pictures gave, kept as JSON beside the program.
 *
 * @param model title of the float model
 * @param pictures how many they come from
 * @param sources folders of those pictures
 * @param values by name
 */
public record Ranges(String model, int pictures, String sources, Map<String, Range> values) {
    public Ranges {
        values = Map.copyOf(values);
    }

    /**
     * Of a value.
     *
     * @throws IllegalArgumentException where it is not known
     */
    public Range of(String value) {
        Range range = values.get(value);
        if (range == null) {
            throw new IllegalArgumentException("the ranges of " + model + " have none for " + value);
        }
        return range;
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IOException where it is another thing
     */
    public static Ranges read(byte[] json) throws IOException {
        JsonNode root = new ObjectMapper().readTree(json);
        Map<String, Range> values = new TreeMap<>();
        root.path("values").properties().forEach(each -> values.put(each.getKey(), range(each.getValue())));
        return new Ranges(
                root.path("model").asText(),
                root.path("pictures").asInt(),
                root.path("sources").asText(),
                values);
    }

    /** One value a line, sorted. */
    public String toJson() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("model", model).put("pictures", pictures).put("sources", sources);
        ObjectNode all = root.putObject("values");
        new TreeMap<>(values)
                .forEach((name, range) -> all.putArray(name).add(range.least()).add(range.most()));
        return root.toPrettyString() + "\n";
    }

    private static Range range(JsonNode pair) {
        return new Range((float) pair.path(0).asDouble(), (float) pair.path(1).asDouble());
    }
}

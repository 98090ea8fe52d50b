package io.kakou.models.quantise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How large a graph's values become, as seen on pictures.
 *
 * @param pictures how many
 * @param values by name
 */
public record Ranges(int pictures, Map<String, Range> values) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Ranges {
        values = new TreeMap<>(values);
    }

    /** From the least to the most. */
    public record Range(float least, float most) {
        public Range {
            if (!(least <= most) || Float.isInfinite(least) || Float.isInfinite(most)) {
                throw new IllegalArgumentException(
                        "range from " + least + " to " + most + "; allowed: finite, in this order");
            }
        }
    }

    /**
     * Reads them.
     *
     * @throws IOException where the bytes are another thing
     */
    public static Ranges read(byte[] json) throws IOException {
        return JSON.readValue(json, Ranges.class);
    }

    public byte[] toJson() throws IOException {
        return JSON.writeValueAsBytes(this);
    }
}

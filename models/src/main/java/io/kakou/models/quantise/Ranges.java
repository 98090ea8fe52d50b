package io.kakou.models.quantise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    private static final String COCO = "coco-ssdlite-mobilenet-v2.json";

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

    /** Of the stock detector, as {@code kakou models calibrate} wrote them. */
    public static Ranges ofCoco() {
        try (InputStream in = Ranges.class.getResourceAsStream(COCO)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: no " + COCO);
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the program is incomplete: " + COCO, e);
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

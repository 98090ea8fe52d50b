package io.kakou.models.own;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.models.Size;
import io.kakou.models.decoding.Kept;
import io.kakou.models.onnx.UnusableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a detector's card says.
 *
 * <pre>
 *   {
 *     "name": "yolox-nano-street",          letters, digits, . _ -
 *     "family": "yolox",
 *     "onnx": "yolox_nano.onnx",            beside the card
 *     "sha256": "…",                        of that file
 *     "width": 416, "height": 416,          multiples of 32, to 4096
 *     "channels": "BGR",                    or RGB
 *     "labels": ["person", "bicycle", …],   in the model's order; person, bicycle, motorcycle, car, bus, truck and e-bike are judged
 *     "minScore": 0.25, "overlap": 0.6      may be left out
 *   }
 * </pre>
 *
 * @param onnx the model's file
 * @param sha256 of it, 64 lower-case hexadecimal digits
 * @param input pictures are fitted into it
 * @param blueFirst whether blue is the first plane
 */
record DetectorCard(
        String name,
        Family family,
        Path onnx,
        String sha256,
        Size input,
        boolean blueFirst,
        List<String> labels,
        Kept kept) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private static final int STEP = 32;
    private static final int MOST_PIXELS = 4096;
    private static final int MOST_LABELS = 10_000;

    DetectorCard {
        labels = List.copyOf(labels);
    }

    /**
     * Reads a card.
     *
     * @throws UnusableModel naming the file and every key that is wrong
     */
    static DetectorCard read(Path file) throws UnusableModel {
        Reading reading = new Reading(tree(file));
        DetectorCard card = reading.card(file.toAbsolutePath().getParent());
        if (!reading.problems.isEmpty()) {
            throw new UnusableModel(file + ": " + String.join("; and ", reading.problems));
        }
        return card;
    }

    private static JsonNode tree(Path file) throws UnusableModel {
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            if (tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            throw new UnusableModel(file + " cannot be read; allowed: a detector's card in JSON", e);
        }
        throw new UnusableModel(file + " is no detector's card; allowed: a JSON object");
    }

    /** One card being read; what is wrong is collected, so that a person sees all of it at once. */
    private static final class Reading {
        private final JsonNode tree;
        private final List<String> problems = new ArrayList<>();

        Reading(JsonNode tree) {
            this.tree = tree;
        }

        DetectorCard card(@Nullable Path folder) {
            String name = text("name", "1 to 64 of A-Z a-z 0-9 . _ -", "[A-Za-z0-9._-]{1,64}");
            text("family", Family.words(), Family.YOLOX.word());
            String onnx = text("onnx", "a file beside the card", "[^/\\\\\\p{Cntrl}]{1,255}");
            String sha256 = text("sha256", "64 lower-case hexadecimal digits", "[0-9a-f]{64}");
            Size input = new Size(pixels("width"), pixels("height"));
            boolean blueFirst = text("channels", "BGR, RGB", "BGR|RGB").equals("BGR");
            Path path = folder == null ? Path.of(onnx) : folder.resolve(onnx);
            return new DetectorCard(name, Family.YOLOX, path, sha256, input, blueFirst, labels(), kept());
        }

        private String text(String key, String allowed, String pattern) {
            JsonNode value = tree.path(key);
            boolean good = value.isTextual() && value.textValue().matches(pattern);
            if (!good) {
                wrong(key, value, allowed);
            }
            return good ? value.textValue() : "";
        }

        private int pixels(String key) {
            return (int) number(
                    key,
                    STEP,
                    STEP + " to " + MOST_PIXELS + " in steps of " + STEP,
                    value -> value % STEP == 0 && value >= STEP && value <= MOST_PIXELS);
        }

        private Kept kept() {
            double least = number("minScore", Kept.DEFAULT.minScore(), "0.01 to 1", v -> v >= 0.01 && v <= 1);
            double overlap = number("overlap", Kept.DEFAULT.overlap(), "0 to 1", v -> v >= 0 && v <= 1);
            return new Kept(least, overlap, Kept.DEFAULT.most());
        }

        private double number(String key, double otherwise, String allowed, Predicate<Double> good) {
            JsonNode value = tree.path(key);
            boolean optional = key.equals("minScore") || key.equals("overlap");
            if (value.isMissingNode() && optional) {
                return otherwise;
            }
            if (!value.isNumber() || !good.test(value.doubleValue())) {
                wrong(key, value, allowed);
                return otherwise;
            }
            return value.doubleValue();
        }

        private List<String> labels() {
            JsonNode value = tree.path("labels");
            List<String> labels = new ArrayList<>();
            value.forEach(
                    label -> labels.add(label.isTextual() ? label.textValue().strip() : ""));
            if (!value.isArray() || labels.isEmpty() || labels.size() > MOST_LABELS || labels.contains("")) {
                wrong("labels", value, "a list of 1 to " + MOST_LABELS + " words");
            }
            return labels;
        }

        private void wrong(String key, JsonNode value, String allowed) {
            String shown = value.isMissingNode() ? "missing" : value.toString();
            problems.add(key + " is " + (shown.length() > 80 ? shown.substring(0, 80) + "…" : shown) + "; allowed: "
                    + allowed);
        }
    }
}

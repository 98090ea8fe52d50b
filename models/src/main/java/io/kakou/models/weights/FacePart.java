package io.kakou.models.weights;

import io.kakou.models.Size;
import io.kakou.models.convert.Cut;
import io.kakou.models.convert.Cut.Pixels;
import java.util.List;
import java.util.Map;

/**
 * What is cut out of the face models. Of the second only the ages are: the numbers by which it would know a face again, and
 * what it says of the sex, are left behind at conversion and exist in no file and no memory of ours.
 */
public enum FacePart {
    /** Picture of 256×256, RGB, to scores [1,512,1], [1,384,1] and boxes with key points [1,512,16], [1,384,16]. */
    FINDER(
            "blazeface",
            256,
            "eed620bf5e5c706a3b1f11dade9b7b12ead6d73bf20ec8aa8332485570b80265",
            new Pixels(1 / 127.5f, List.of(1f, 1f, 1f))),
    /** Picture of 224×224, BGR, to a share for each age [1,100]. */
    AGE(
            "faceres",
            224,
            "34dbdb219dc876801bee5f9d9ea01b27bb9c2c32cd2b93cb965636a644cc13de",
            new Pixels(1, List.of(103.939f, 116.779f, 123.68f)));

    private static final String FOLDER = "package/models/";
    private static final Map<String, String> FILES_SHA256 = Map.of(
            FOLDER + "blazeface.json", "cd7bbfc078270572beb39f9e5ae67aadbd50b5e67cff37e6d4f6b3ea39312e5f",
            FOLDER + "blazeface.bin", "dc9a97fdc50bc43216554bdd69aa3e7b9361a519ee7bdd996a2f69a98a6f9b72",
            FOLDER + "faceres.json", "5b83d49c0385d2e68a05122441b94226313677cae9fcc40b9587ad50079eb4df",
            FOLDER + "faceres.bin", "2c7d2d62b76c97528b736527aa09d310ea71743c9e3e79fb6c62d4b2d73af79b");

    private final String title;
    private final int side;
    private final String sha256;
    /** Of a list that nobody changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Pixels pixels;

    FacePart(String title, int side, String sha256, Pixels pixels) {
        this.title = title;
        this.side = side;
        this.sha256 = sha256;
        this.pixels = pixels;
    }

    /** Of the picture that goes in. */
    public Size input() {
        return new Size(side, side);
    }

    String title() {
        return title;
    }

    /** Of the converted file. */
    String sha256() {
        return sha256;
    }

    PublishedGraph graph() {
        String json = FOLDER + title + ".json";
        String shard = FOLDER + title + ".bin";
        return new PublishedGraph(
                FaceWeights.PACKAGE,
                json,
                Map.of(json, FILES_SHA256.getOrDefault(json, ""), shard, FILES_SHA256.getOrDefault(shard, "")));
    }

    Cut cut() {
        return switch (this) {
            case FINDER ->
                new Cut("input", input(), pixels, List.of("Identity", "Identity_1", "Identity_2", "Identity_3"));
            case AGE -> new Cut("input_1", input(), pixels, List.of("age_pred/Softmax"));
        };
    }
}

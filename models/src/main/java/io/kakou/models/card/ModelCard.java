package io.kakou.models.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Share;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A model's card.
 *
 * @param name of the model
 * @param event that it is for, e.g. {@code ebike-in-lift}
 * @param classes that it tells
 * @param input what goes in
 * @param output what comes out
 * @param backbone name and hash of the frozen part that it stands on
 * @param threshold the score from which it fires, 0 to 1, chosen by validation
 * @param sha256 of the ONNX file, 64 lower-case hexadecimal digits
 * @param date on which it was trained, ISO 8601
 * @param program that trained it
 * @param settings of the training
 * @param sources of the pictures
 * @param figures each by what was left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelCard(
        String name,
        String event,
        List<String> classes,
        String input,
        String output,
        String backbone,
        double threshold,
        String sha256,
        String date,
        String program,
        Map<String, String> settings,
        List<Source> sources,
        List<LeftOut> figures) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .configure(SerializationFeature.INDENT_OUTPUT, true)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    public ModelCard {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold of " + name + " is " + threshold + "; allowed: 0 to 1");
        }
    }

    /**
     * Where pictures came from.
     *
     * @param use {@code trained on} or {@code tested on}
     */
    public record Source(String name, int pictures, String use, String licence) {}

    /**
     * Figures of pictures that the model which judged them had never seen, whole groups left out.
     *
     * @param split how: {@code leave one family out}
     * @param fires by source and truth, how many fire
     */
    public record LeftOut(String split, Figures all, Map<String, Share> fires) {}

    /** Reads a card. */
    public static ModelCard read(byte[] json) throws IOException {
        return JSON.readValue(json, ModelCard.class);
    }

    public byte[] toBytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException("a card is made of numbers and words", e);
        }
    }
}

package io.kakou.app.cli.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A judge's settings with some set otherwise, by words like {@code ebikeInLift.looksNeeded=4}. */
record OtherSettings(List<String> words) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The same settings, but for those that are asked for.
     *
     * @throws IllegalArgumentException naming the word and what is allowed
     */
    JudgeSettings over(JudgeSettings settings) {
        if (words.isEmpty()) {
            return settings;
        }
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(Json.write(settings));
            for (String word : words) {
                set(tree, word);
            }
            return Json.read(JudgeSettings.class, JSON.writeValueAsBytes(tree));
        } catch (UnreadableRecord e) {
            throw new IllegalArgumentException("--set: " + e.reason(), e);
        } catch (IOException e) {
            throw new IllegalStateException("settings are no JSON", e);
        }
    }

    private static void set(ObjectNode tree, String word) {
        int equals = word.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--set " + word + "; allowed: rule.key=value");
        }
        List<String> path = List.of(word.substring(0, equals).split("\\.", -1));
        ObjectNode inner = tree;
        for (String key : path.subList(0, path.size() - 1)) {
            if (!(inner.path(key) instanceof ObjectNode deeper)) {
                throw unknown(word, key, inner);
            }
            inner = deeper;
        }
        String last = path.get(path.size() - 1);
        inner.set(last, value(word, last, inner));
    }

    /** Of the same kind as what stands there. */
    private static JsonNode value(String word, String key, ObjectNode inner) {
        JsonNode stands = inner.path(key);
        if (!stands.isNumber()) {
            throw unknown(word, key, inner);
        }
        String text = word.substring(word.indexOf('=') + 1);
        try {
            JsonNode value = JSON.readTree(text);
            if (value.isNumber() && (stands.isFloatingPointNumber() || value.isIntegralNumber())) {
                return value;
            }
        } catch (JsonProcessingException e) {
            // Said below, with the value.
        }
        String allowed = stands.isIntegralNumber() ? "a whole number" : "a number";
        throw new IllegalArgumentException("--set " + word + ": the value is \"" + text + "\"; allowed: " + allowed);
    }

    private static IllegalArgumentException unknown(String word, String key, ObjectNode inner) {
        List<String> keys = new ArrayList<>();
        inner.fieldNames().forEachRemaining(keys::add);
        return new IllegalArgumentException("--set " + word + ": key \"" + key
                + "\" is not known or has no value of its" + " own; allowed: " + String.join(", ", keys));
    }
}

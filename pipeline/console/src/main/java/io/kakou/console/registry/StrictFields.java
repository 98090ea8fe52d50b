package io.kakou.console.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Whether every word of a record that a person wrote is known. The log's reader forgives fields and constants that are
 * not, which newer releases write; a person has mistyped them.
 */
final class StrictFields {
    private final Consumer<String> problems;

    /** @param problems hears of each, without the place in the file */
    StrictFields(Consumer<String> problems) {
        this.problems = problems;
    }

    /** @param where what the node is, for the message; empty at the top */
    void check(String where, JsonNode node, Type type) {
        if (type instanceof ParameterizedType list) {
            node.forEach(each -> check(where, each, list.getActualTypeArguments()[0]));
        } else if (type instanceof Class<?> plain && plain.isRecord() && node.isObject()) {
            fields(where, node, plain);
        } else if (type instanceof Class<?> plain && plain.isEnum() && node.isTextual()) {
            word(where, node.asText(), plain);
        }
    }

    private void fields(String where, JsonNode node, Class<?> type) {
        Map<String, Type> known = Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(
                        RecordComponent::getName, RecordComponent::getGenericType, (a, b) -> a, TreeMap::new));
        node.properties().forEach(field -> {
            Type component = known.get(field.getKey());
            if (component == null) {
                problems.accept(before(where) + "key \"" + field.getKey() + "\" is not known; allowed: "
                        + String.join(", ", known.keySet()));
            } else {
                check(before(where) + field.getKey(), field.getValue(), component);
            }
        });
    }

    private void word(String where, String word, Class<?> type) {
        List<String> allowed = Arrays.stream(type.getEnumConstants())
                .map(String::valueOf)
                .filter(name -> !name.equals("UNKNOWN"))
                .toList();
        if (!allowed.contains(word)) {
            problems.accept(where + " is \"" + word + "\"; allowed: " + String.join(", ", allowed));
        }
    }

    private static String before(String where) {
        return where.isEmpty() ? "" : where + ", ";
    }
}

package io.kakou.console.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What taking a file does, or did.
 *
 * @param records how many there are of each kind, by {@link Kind#section}
 * @param added keys on the topic
 * @param findings what is likely wrong and is taken all the same, by its code; a line each
 */
public record ImportReport(
        Map<String, Integer> records,
        List<String> added,
        List<String> changed,
        List<String> removed,
        Map<String, List<String>> findings) {
    static ImportReport of(
            Map<String, Integer> records,
            Map<String, byte[]> before,
            Map<String, byte[]> after,
            Map<String, List<String>> findings) {
        Map<String, List<String>> found = new TreeMap<>(findings);
        found.values().removeIf(List::isEmpty);
        return new ImportReport(
                records,
                after.keySet().stream().filter(key -> !before.containsKey(key)).toList(),
                after.keySet().stream()
                        .filter(key -> before.containsKey(key) && !Arrays.equals(before.get(key), after.get(key)))
                        .toList(),
                before.keySet().stream().filter(key -> !after.containsKey(key)).toList(),
                found);
    }
}

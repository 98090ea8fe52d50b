package io.kakou.jobs.program;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Settings as they are given: {@code --key value}, over those of a file. */
final class Words {
    static final String SETTINGS = "settings";

    private static final String MARK = "--";

    private Words() {}

    /**
     * Values by key; a key that is given as a word replaces the file's.
     *
     * @param known keys that there are
     * @throws InvalidSetting where one is unknown, given twice or without a value, or the file cannot be read
     */
    static Map<String, String> read(List<String> words, List<String> known) {
        Map<String, String> given = words(words);
        String file = given.remove(SETTINGS);
        Map<String, String> all = file == null ? new LinkedHashMap<>() : file(SETTINGS, file);
        all.putAll(given);
        for (Map.Entry<String, String> each : all.entrySet()) {
            if (!known.contains(each.getKey())) {
                throw new InvalidSetting(
                        "setting " + each.getKey(), "unknown", String.join(", ", known) + ", " + SETTINGS);
            }
        }
        return all;
    }

    /** A file of {@code key=value}, as Java's properties are written, in UTF-8. */
    static Map<String, String> file(String key, String file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSetting(key, file, "a file of key=value that can be read here (" + e + ")");
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> values.put(name, properties.getProperty(name).strip()));
        return values;
    }

    private static Map<String, String> words(List<String> words) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String word = words.get(i);
            if (!word.startsWith(MARK) || word.length() == MARK.length()) {
                throw new InvalidSetting("word " + (i + 1), word, "--key value, as often as needed");
            }
            String key = word.substring(MARK.length());
            if (i + 1 == words.size()) {
                throw new InvalidSetting(key, "without a value", "--" + key + " value");
            }
            if (given.putIfAbsent(key, words.get(i + 1)) != null) {
                throw new InvalidSetting(key, "given twice", "once");
            }
        }
        return given;
    }
}

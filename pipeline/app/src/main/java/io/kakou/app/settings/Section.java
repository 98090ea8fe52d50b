package io.kakou.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One mapping of the file. It remembers which keys were asked for; what else stands there is a problem. */
final class Section {
    private static final int MOST_SHOWN = 60;

    private final String name;
    private final JsonNode node;
    private final List<String> problems;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Section> inner = new ArrayList<>();

    Section(String name, JsonNode node, List<String> problems) {
        this.name = name;
        this.node = node;
        this.problems = problems;
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            problems.add(named("") + " is " + shown(node) + "; allowed: keys with values");
        }
    }

    Section section(String key) {
        Section section = new Section(path(key), value(key), problems);
        inner.add(section);
        return section;
    }

    int number(String key, int otherwise, int least, int most) {
        JsonNode value = value(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most) {
            return value.intValue();
        }
        problems.add(named(key) + " is " + shown(value) + "; allowed: " + least + " to " + most);
        return otherwise;
    }

    String text(String key, String otherwise, String allowed, String pattern) {
        JsonNode value = value(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (value.isTextual() && value.textValue().matches(pattern)) {
            return value.textValue();
        }
        problems.add(named(key) + " is " + shown(value) + "; allowed: " + allowed);
        return otherwise;
    }

    /** A path as written, beside the file where it is relative; null where the key is missing. */
    @Nullable
    Path path(String key, Path beside) {
        JsonNode value = value(key);
        if (value.isMissingNode()) {
            return null;
        }
        try {
            if (value.isTextual() && !value.textValue().isBlank()) {
                return beside.resolve(value.textValue()).normalize();
            }
        } catch (InvalidPathException e) {
            // Said below, with the value.
        }
        problems.add(named(key) + " is " + shown(value) + "; allowed: a path");
        return null;
    }

    /** The same for a file that must be there. */
    @Nullable
    Path file(String key, Path beside) {
        Path file = path(key, beside);
        if (file != null && !Files.isReadable(file)) {
            problems.add(named(key) + " is \"" + file + "\"; allowed: a file that can be read");
        }
        return file;
    }

    /** Adds a problem for each key that nobody asked for. */
    void close() {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problems.add(named(key) + " is not known; allowed: " + String.join(", ", known));
            }
        });
        inner.forEach(Section::close);
    }

    private JsonNode value(String key) {
        known.add(key);
        JsonNode value = node.path(key);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private String path(String key) {
        return name.isEmpty() || key.isEmpty() ? name + key : name + '.' + key;
    }

    private String named(String key) {
        String path = path(key);
        return path.isEmpty() ? "the file" : "key \"" + path.replaceAll("\\p{Cntrl}", "?") + '"';
    }

    private static String shown(JsonNode value) {
        String line = value.toString().replaceAll("\\p{Cntrl}", "?");
        return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
    }
}

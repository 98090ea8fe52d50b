package io.kakou.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One mapping of the file. It remembers which keys were asked for; what else stands there is a problem. */
final class Section {
    private static final int MOST_SHOWN = 60;

    /** What an address must not be shown with: a login before its host, a password behind it. */
    private static final Pattern LOGIN = Pattern.compile("(?<=//)[^/\"]*(?=@)|(?<=password=)[^&\"]*");

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

    /** Each mapping of a list. */
    List<Section> sections(String key) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isArray()) {
            problem(key, "is " + shown(value) + "; allowed: a list");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (JsonNode each : value) {
            sections.add(new Section(path(key) + "[" + sections.size() + "]", each, problems));
        }
        inner.addAll(sections);
        return sections;
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

    double decimal(String key, double otherwise, double least, double most) {
        JsonNode value = value(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most) {
            return value.doubleValue();
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

    /** A word without which the section means nothing; empty where it is a problem. */
    String required(String key, String allowed, String pattern) {
        if (value(key).isMissingNode()) {
            problem(key, "is missing; allowed: " + allowed);
            return "";
        }
        return text(key, "", allowed, pattern);
    }

    boolean flag(String key, boolean otherwise) {
        JsonNode value = value(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            problem(key, "is " + shown(value) + "; allowed: true, false");
        }
        return value.booleanValue();
    }

    /** Each of a list. */
    List<String> words(String key, String allowed, String pattern) {
        JsonNode value = value(key);
        List<String> words = new ArrayList<>();
        for (JsonNode each : value) {
            words.add(each.asText());
        }
        boolean good = value.isMissingNode() || value.isArray();
        if (!good || !words.stream().allMatch(word -> word.matches(pattern))) {
            problem(key, "is " + shown(value) + "; allowed: " + allowed);
        }
        return words;
    }

    /** What nobody else may read: here, or alone in the file that the key with {@code File} behind it names. */
    String secret(String key, Path beside) {
        String fileKey = key + "File";
        boolean isHere = !value(key).isMissingNode();
        if (isHere != value(fileKey).isMissingNode()) {
            problem(key, (isHere ? "is given twice" : "is missing") + "; allowed: " + key + " or " + fileKey);
            return "";
        }
        Path file = file(fileKey, beside);
        String secret = isHere ? value(key).asText() : file == null ? "?" : firstLine(file);
        if (secret.isEmpty()) {
            problem(isHere ? key : fileKey, "is empty; allowed: one line");
        }
        return secret;
    }

    private static String firstLine(Path file) {
        try {
            return SecretLine.of(file);
        } catch (IOException e) {
            // That it cannot be read is a problem already.
            return "";
        }
    }

    /** Adds a problem for each of the keys that stands there without the one it belongs to. */
    void unused(String owner, String... keys) {
        for (String key : keys) {
            if (!value(key).isMissingNode()) {
                problem(key, "is given without " + owner + "; allowed: both or none");
            }
        }
    }

    /** Adds a problem for each of the keys that is missing. */
    void needed(String allowed, String... keys) {
        for (String key : keys) {
            if (value(key).isMissingNode()) {
                problem(key, "is missing; allowed: " + allowed);
            }
        }
    }

    /** Whether anything is written there. */
    boolean isThere() {
        return node.isObject();
    }

    void problem(String key, String what) {
        problems.add(named(key) + ' ' + what);
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

    /** The same for a file that must be there; null where it is not. */
    @Nullable
    Path file(String key, Path beside) {
        Path file = path(key, beside);
        if (file != null && !Files.isReadable(file)) {
            problem(key, "is \"" + file + "\"; allowed: a file that can be read");
            return null;
        }
        return file;
    }

    /** The same for certificates in PEM. */
    @Nullable
    Path certificates(String key, Path beside) {
        Path file = file(key, beside);
        if (file == null || holdsCertificates(file)) {
            return file;
        }
        problem(key, "is \"" + file + "\"; allowed: certificates in PEM");
        return null;
    }

    private static boolean holdsCertificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .isEmpty();
        } catch (CertificateException | IOException e) {
            return false;
        }
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
        String line =
                LOGIN.matcher(value.toString().replaceAll("\\p{Cntrl}", "?")).replaceAll("…");
        return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
    }
}

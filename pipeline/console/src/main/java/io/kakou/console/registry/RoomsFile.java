package io.kakou.console.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads {@code rooms.yml}, YAML or JSON: a mapping of the lists {@code clocks}, {@code calendars}, {@code duties} and
 * {@code secondOwners}, each entry with the fields of its record ({@link io.kakou.events.ClockProfile}, {@link
 * io.kakou.events.WorkCalendar}, {@link io.kakou.events.Duty}, {@link io.kakou.events.SecondOwner}). A list that is not
 * there is empty.
 */
public final class RoomsFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALLOWED =
            Kind.ofRooms().stream().map(Kind::section).collect(Collectors.joining(", "));

    private final List<String> problems = new ArrayList<>();
    private final Map<String, byte[]> records = new TreeMap<>();

    private RoomsFile() {}

    /**
     * Reads everything in it.
     *
     * @throws UnfitFile with every problem found, where there is any
     */
    public static Held read(byte[] file) throws UnfitFile {
        RoomsFile read = new RoomsFile();
        read.sections(file);
        if (!read.problems.isEmpty()) {
            throw new UnfitFile(read.problems);
        }
        return Held.read(read.records);
    }

    /** A file to begin with. */
    public static String template() {
        try (InputStream file = RoomsFile.class.getResourceAsStream("rooms.yml")) {
            if (file == null) {
                throw new IllegalStateException("rooms.yml is not in this build");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("rooms.yml of this build", e);
        }
    }

    private void sections(byte[] file) {
        String allowed = "; allowed: a mapping of " + ALLOWED;
        try {
            if (!(YAML.readTree(file) instanceof ObjectNode root)) {
                problems.add("it is no mapping" + allowed);
                return;
            }
            for (Map.Entry<String, JsonNode> section : root.properties()) {
                section(section.getKey(), section.getValue());
            }
        } catch (JsonProcessingException e) {
            problems.add("line " + e.getLocation().getLineNr() + " is no YAML, or repeats a key" + allowed);
        } catch (IOException e) {
            problems.add("it is no text in UTF-8" + allowed);
        }
    }

    private void section(String name, JsonNode list) {
        Kind kind = Kind.ofRooms().stream()
                .filter(each -> each.section().equals(name))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            problems.add("key \"" + name + "\" is not known; allowed: " + ALLOWED);
        } else if (!list.isArray() && !list.isNull()) {
            problems.add(name + " is no list; allowed: a list");
        } else {
            Set<String> keys = new HashSet<>();
            int number = 0;
            for (JsonNode entry : list) {
                entry(kind, name + " " + ++number, entry, keys);
            }
        }
    }

    private void entry(Kind kind, String where, JsonNode entry, Set<String> keys) {
        int before = problems.size();
        if (!entry.isObject()) {
            problems.add(where + " is no mapping; allowed: its fields");
            return;
        }
        new StrictFields(problem -> problems.add(where + ": " + problem)).check("", entry, kind.type());
        try {
            Record record = Json.read(kind.type(), JSON.writeValueAsBytes(entry));
            if (problems.size() == before) {
                String key = key(kind, entry);
                if (!keys.add(key)) {
                    problems.add(where + ": there is another " + key + "; allowed: each once");
                }
                records.put(key, Json.write(record));
            }
        } catch (UnreadableRecord e) {
            problems.add(where + ": " + e.reason());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read cannot be written", e);
        }
    }

    private static String key(Kind kind, JsonNode entry) {
        return kind.beginning() + entry.path(kind == Kind.DUTY ? "room" : "id").asText();
    }
}

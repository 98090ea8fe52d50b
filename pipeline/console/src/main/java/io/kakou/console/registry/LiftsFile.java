package io.kakou.console.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kakou.events.Lift;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code lifts.yml}, YAML or JSON: a mapping with the one list {@code lifts}, each with the fields of {@link Lift} but the
 * proof of its controller, which comes from the test of that very controller alone.
 */
public final class LiftsFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_LIFTS = 5_000;
    private static final String ALLOWED = "; allowed: a mapping of lifts to a list of at most " + MOST_LIFTS;

    private final List<String> problems = new ArrayList<>();
    private final List<Lift> lifts = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> cameras = new HashSet<>();

    private LiftsFile() {}

    /**
     * Reads every lift in it, none of them with a proof.
     *
     * @throws UnfitFile with every problem found, where there is any
     */
    public static List<Lift> read(byte[] file) throws UnfitFile {
        LiftsFile read = new LiftsFile();
        read.all(file);
        if (!read.problems.isEmpty()) {
            throw new UnfitFile(read.problems);
        }
        return List.copyOf(read.lifts);
    }

    /** A file to begin with. */
    public static String template() {
        try (InputStream file = LiftsFile.class.getResourceAsStream("lifts.yml")) {
            if (file == null) {
                throw new IllegalStateException("lifts.yml is not in this build");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("lifts.yml of this build", e);
        }
    }

    private void all(byte[] file) {
        try {
            if (!(YAML.readTree(file) instanceof ObjectNode root)
                    || root.size() != 1
                    || !root.path("lifts").isArray()
                    || root.path("lifts").size() > MOST_LIFTS) {
                problems.add("it is something else" + ALLOWED);
                return;
            }
            int number = 0;
            for (JsonNode entry : root.path("lifts")) {
                entry("lifts " + ++number, entry);
            }
        } catch (JsonProcessingException e) {
            problems.add("line " + e.getLocation().getLineNr() + " is no YAML, or repeats a key" + ALLOWED);
        } catch (IOException e) {
            problems.add("it is no text in UTF-8" + ALLOWED);
        }
    }

    private void entry(String where, JsonNode entry) {
        int before = problems.size();
        if (!entry.isObject()) {
            problems.add(where + " is no mapping; allowed: its fields");
            return;
        }
        if (entry.has("proof")) {
            problems.add(where + ": it has a proof; allowed: none, kakou lifts test gives it");
        }
        new StrictFields(problem -> problems.add(where + ": " + problem)).check("", entry, Lift.class);
        try {
            Lift lift = Json.read(Lift.class, JSON.writeValueAsBytes(entry));
            if (!ids.add(lift.id())) {
                problems.add(where + ": there is another " + lift.id() + "; allowed: each once");
            }
            if (!cameras.add(lift.camera())) {
                problems.add(where + ": camera " + lift.camera() + " is in another lift; allowed: each in one");
            }
            if (problems.size() == before) {
                lifts.add(lift);
            }
        } catch (UnreadableRecord e) {
            problems.add(where + ": " + e.reason());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read cannot be written", e);
        }
    }
}

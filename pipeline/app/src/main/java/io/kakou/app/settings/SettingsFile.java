package io.kakou.app.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kakou.analysis.sample.SampleSettings;
import io.kakou.app.detector.Stock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code kakou.yml}. Relative paths are taken beside the file. */
public final class SettingsFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LEAST_HEAP = 128;
    private static final int MOST_HEAP = 1 << 16;

    private SettingsFile() {}

    /**
     * Reads all settings; keys that are left out have their defaults.
     *
     * @throws InvalidSettings with every problem found, where there is any
     */
    public static RunSettings read(Path file) throws InvalidSettings {
        List<String> problems = new ArrayList<>();
        Path folder = file.toAbsolutePath().getParent();
        RunSettings settings = settings(new Section("", tree(file), problems), folder == null ? file : folder);
        if (problems.isEmpty()) {
            return settings;
        }
        throw new InvalidSettings(file, problems);
    }

    private static RunSettings settings(Section root, Path folder) {
        RunSettings plain = RunSettings.defaults(folder);
        Path data = root.path("data", folder);
        RunSettings settings = new RunSettings(
                data == null ? plain.data() : data,
                new ConsoleSection(folder).read(root.section("console"), plain.console()),
                heaps(root.section("heapMegabytes"), plain.heaps()),
                root.number("loops", plain.loops(), 1, 64),
                root.file("detector", folder),
                stock(root),
                seed(root.section("seed"), folder),
                new ServiceSections(folder).read(root),
                samples(root.section("samples"), plain.samples()));
        root.close();
        return settings;
    }

    private static SampleSettings samples(Section section, SampleSettings plain) {
        return new SampleSettings(
                section.number("random", plain.random(), 0, SampleSettings.MOST_A_DAY),
                section.number("near", plain.near(), 0, SampleSettings.MOST_A_DAY),
                section.number("days", plain.days(), 1, SampleSettings.MOST_DAYS),
                section.number("megabytes", plain.megabytes(), 0, SampleSettings.MOST_MEGABYTES));
    }

    private static Stock stock(Section root) {
        String word = root.text(
                "stock", Stock.FLOAT.word(), Stock.words(), Stock.words().replace(", ", "|"));
        return Stock.of(word).orElseThrow();
    }

    private static RunSettings.Heaps heaps(Section section, RunSettings.Heaps plain) {
        return new RunSettings.Heaps(
                section.number("log", plain.log(), LEAST_HEAP, MOST_HEAP),
                section.number("room", plain.room(), LEAST_HEAP, MOST_HEAP),
                section.number("analysis", plain.analysis(), LEAST_HEAP, MOST_HEAP));
    }

    private static RunSettings.Seed seed(Section section, Path folder) {
        return new RunSettings.Seed(
                section.file("areas", folder), section.file("cameras", folder), section.file("units", folder));
    }

    private static JsonNode tree(Path file) throws InvalidSettings {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            String line = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new InvalidSettings(
                    file, List.of("line " + e.getLocation().getLineNr() + ": " + line + "; allowed: YAML"));
        } catch (IOException e) {
            throw new InvalidSettings(
                    file,
                    List.of("it cannot be read (" + e.getClass().getSimpleName()
                            + "); allowed: a file in UTF-8 that can be read"));
        }
    }
}

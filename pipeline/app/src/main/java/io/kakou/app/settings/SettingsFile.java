package io.kakou.app.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kakou.analysis.look.StreetSettings;
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

    private static final int MOST_DAYS = 3660;
    private static final int MOST_GIGABYTES = 10_000_000;

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
                look(root.section("look"), plain.look()),
                seed(root.section("seed"), folder),
                new ServiceSections(folder).read(root),
                recording(root.section("recording"), plain.recording()),
                samples(root.section("samples"), plain.samples()),
                new WorkerSection(folder).read(root.section("worker")));
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

    private static StreetSettings look(Section section, StreetSettings plain) {
        double cores = section.decimal("cores", plain.cores(), 0.05, 1024);
        StreetSettings with = StreetSettings.of(cores);
        double promised = section.decimal("promisedSeconds", with.promisedSeconds(), 1, 60);
        return new StreetSettings(
                cores, with.threads(), promised, Math.max(promised, with.longestSeconds()), with.sampleSeconds());
    }

    private static RunSettings.Heaps heaps(Section section, RunSettings.Heaps plain) {
        return new RunSettings.Heaps(
                section.number("log", plain.log(), LEAST_HEAP, MOST_HEAP),
                section.number("room", plain.room(), LEAST_HEAP, MOST_HEAP),
                section.number("analysis", plain.analysis(), LEAST_HEAP, MOST_HEAP));
    }

    private static RunSettings.Recording recording(Section section, RunSettings.Recording plain) {
        int quota = section.number("quotaGigabytes", 0, 1, MOST_GIGABYTES);
        RunSettings.Recording read = new RunSettings.Recording(
                section.number("floorDays", plain.floorDays(), 0, MOST_DAYS),
                section.number("ceilingDays", plain.ceilingDays(), 0, MOST_DAYS),
                quota == 0 ? null : quota,
                section.number("spoolGigabytes", plain.spoolGigabytes(), 1, MOST_GIGABYTES),
                section.number("megabytesASecond", plain.megabytesASecond(), 1, 100_000),
                section.number("kilobitsACamera", plain.kilobitsACamera(), 16, 100_000),
                section.number("continuousCameras", plain.continuousCameras(), 0, 100_000));
        if (read.floorDays() > read.ceilingDays()) {
            section.problem(
                    "floorDays",
                    "is " + read.floorDays() + " above recording.ceilingDays, " + read.ceilingDays()
                            + "; allowed: not above it");
        }
        return read;
    }

    private static RunSettings.Seed seed(Section section, Path folder) {
        return new RunSettings.Seed(
                section.file("areas", folder),
                section.file("cameras", folder),
                section.file("units", folder),
                section.file("rooms", folder),
                section.file("roads", folder));
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

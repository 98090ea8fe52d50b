package io.kakou.models.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.models.WaterMap;
import io.kakou.models.coco.Pictures;
import io.kakou.models.features.RoadBackbone;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed head. What it was trained on proves that it is wired rightly, not that it is good: the card says that. */
class WaterDetectorTest {
    private static WaterDetector detector = new WaterDetector(
            new RoadBackbone(CocoPart.ROAD_736, RealWeights.coco(CocoPart.ROAD_736)), WaterHead.committed());

    @BeforeAll
    static void start() throws UnusableModel {
        detector.start();
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 128", "1, 160", "-1, 96", "4, 255", "9, 255", "-4, 0", "-9, 0"})
    void levels_are_32_a_logit_and_end_at_four(float evidence, int level) {
        assertThat(WaterDetector.level(evidence)).isEqualTo(level);
    }

    @Test
    void the_same_picture_gives_the_same_map_and_no_detections() {
        var picture = Pictures.drawn(640, 360, (x, y) -> x * 7 ^ y * 13);
        assertThat(detector.see(picture)).isEqualTo(detector.see(picture));
        assertThat(detector.detect(picture)).isEmpty();
        assertThat(detector.see(picture).water()).isNotNull().satisfies(map -> assertThat(map.cells())
                .isEqualTo(23 * 23));
        assertThat(detector.identity())
                .startsWith("coco-mobilenet-v2-road-736@")
                .contains("+waterlogging-head@");
    }

    @Test
    void flooded_streets_show_more_than_dry_ones() throws Exception {
        assertThat(mean("flood/street-masks/data/images"))
                .isGreaterThan(mean("flood/pothole/data/raw/test/images") + 32);
    }

    @Test
    void a_head_whose_card_is_another_ones_is_refused(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve(WaterHead.CARD), detector.card().toBytes());
        Files.write(folder.resolve(WaterHead.ONNX), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> WaterHead.in(folder))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("allowed: " + detector.card().sha256());
    }

    /** Over the lower part of some pictures. */
    private static double mean(String folder) throws Exception {
        List<Path> files = Pictures.in(Pictures.folder(folder));
        double sum = 0;
        int cells = 0;
        for (Path file : files.subList(0, 12)) {
            WaterMap map = detector.water(Pictures.read(file));
            for (int i = map.cells() / 2; i < map.cells(); i++) {
                sum += map.at(i);
                cells++;
            }
        }
        return sum / cells;
    }
}

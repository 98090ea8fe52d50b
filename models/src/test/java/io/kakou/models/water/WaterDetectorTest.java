package io.kakou.models.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.models.WaterMap;
import io.kakou.models.coco.Pictures;
import io.kakou.models.features.RoadBackbone;
import io.kakou.models.head.Head;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.RealWeights;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed head. What it was trained on proves that it is wired rightly, not that it is good: the card says that. */
class WaterDetectorTest {
    private static WaterDetector detector =
            new WaterDetector(new RoadBackbone(RealWeights.coco(CocoPart.ROAD_736)), WaterHead.committed());

    @BeforeAll
    static void start() throws UnusableModel {
        detector.start();
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 128", "1, 132", "-1, 124", "31, 252", "32, 255", "90, 255", "-32, 0", "-90, 0"})
    void levels_are_4_a_deviation_and_end_at_32(float evidence, int level) {
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
    void flooded_roads_of_street_cameras_show_more_than_dry_ones_and_than_the_usual() throws Exception {
        double flooded = mean("055.jpg", "085.jpg", "087.jpg", "115.jpg");
        double dry = mean("012.jpg", "016.jpg", "060.jpg", "094.jpg");
        assertThat(flooded).isGreaterThan(WaterDetector.EVEN);
        assertThat(dry).isLessThan(flooded - 16);
        assertThat(usualDry()).isBetween((int) dry, WaterDetector.EVEN);
    }

    @Test
    void a_head_whose_card_is_another_ones_is_refused(@TempDir Path folder) throws Exception {
        Head.write(folder, WaterHead.NAME, new byte[] {1, 2, 3}, detector.card());
        assertThatThrownBy(() -> WaterHead.in(folder))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("allowed: " + detector.card().sha256());
    }

    private static int usualDry() {
        return detector.water(Pictures.drawn(64, 64, (x, y) -> x)).usualDry();
    }

    /** Over the lower part of some pictures. */
    private static double mean(String... files) throws Exception {
        Path folder = Pictures.folder("flood/street-camera");
        double sum = 0;
        int cells = 0;
        for (String file : files) {
            WaterMap map = detector.water(Pictures.read(folder.resolve(file)));
            for (int i = WaterHead.SIDE * 9; i < map.cells(); i++) {
                sum += map.at(i);
                cells++;
            }
        }
        return sum / cells;
    }
}

package io.kakou.models.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.models.Picture;
import io.kakou.models.coco.CocoDetector;
import io.kakou.models.coco.Pictures;
import io.kakou.models.decoding.Kept;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.RealWeights;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackboneTest {
    private static final Picture CHEQUERED =
            Pictures.drawn(300, 300, (x, y) -> (x / 40 + y / 25) % 2 == 0 ? 0x2040c0 : 0xe0d090);

    @ParameterizedTest(name = "{0}: {1} cells a side at stride 16, {2} at stride 32")
    @CsvSource({"MAPS_300,19,10", "MAPS_416,26,13", "MAPS_512,32,16"})
    void each_size_gives_two_maps_after_relu6(CocoPart part, int at16, int at32) throws Exception {
        try (Backbone backbone = new Backbone(part, RealWeights.coco(part))) {
            backbone.start();
            Backbone.Maps maps = backbone.look(CHEQUERED);
            assertThat(maps.stride16().columns())
                    .isEqualTo(maps.stride16().rows())
                    .isEqualTo(at16);
            assertThat(maps.stride32().columns())
                    .isEqualTo(maps.stride32().rows())
                    .isEqualTo(at32);
            assertThat(maps.stride32().cell(at32 - 1, 0)).hasSize(1280);
            assertThat(most(maps.stride32().values())).isBetween(1f, Backbone.MOST);
        }
    }

    @Test
    void a_detector_with_a_map_gives_the_same_map_and_the_same_detections() throws Exception {
        Kept all = Kept.DEFAULT.withMinScore(0.01);
        try (Backbone backbone = new Backbone(CocoPart.MAPS_300, RealWeights.coco(CocoPart.MAPS_300));
                CocoDetector plain = new CocoDetector(RealWeights.coco(), all);
                CocoDetector withMap = new CocoDetector(RealWeights.coco(CocoPart.DETECTOR_WITH_MAP), all)) {
            backbone.start();
            plain.start();
            withMap.start();
            CocoDetector.Seen seen = withMap.look(CHEQUERED);
            assertThat(seen.maps().get(0))
                    .isEqualTo(backbone.look(CHEQUERED).stride32().values());
            assertThat(seen.detections()).isNotEmpty().isEqualTo(plain.detect(CHEQUERED));
        }
    }

    @Test
    void a_detector_is_no_backbone() {
        assertThatThrownBy(() -> new Backbone(CocoPart.DETECTOR, RealWeights.coco()))
                .hasMessage("backbone is DETECTOR; allowed: [MAPS_300, MAPS_416, MAPS_512]");
    }

    private static float most(FloatBuffer values) {
        float most = 0;
        for (int i = 0; i < values.limit(); i++) {
            most = Math.max(most, values.get(i));
        }
        return most;
    }
}

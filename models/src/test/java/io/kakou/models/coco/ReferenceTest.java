package io.kakou.models.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.models.Detection;
import io.kakou.models.Picture;
import io.kakou.models.decoding.Kept;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.weights.RealWeights;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the converted model answers, against what TF.js answered to the same pictures. */
class ReferenceTest {
    private static final double TOLERANCE = 1e-4;

    @ParameterizedTest
    @ValueSource(strings = {"waves", "signs"})
    void the_converted_model_answers_as_tfjs_does(String name) throws Exception {
        Picture picture = ReferencePictures.named(name);
        JsonNode expected = reference(name);
        assertThat(ReferencePictures.fnv(picture))
                .as("same picture")
                .isEqualTo(expected.path("fnv").asInt());
        try (OnnxSession session = new OnnxSession(RealWeights.coco().onnx())) {
            session.start();
            List<FloatBuffer> outputs = session.run(picture.rgb().duplicate().clear(), 1, 300, 300, 3);
            FloatBuffer scores = outputs.get(0);
            FloatBuffer boxes = outputs.get(1);
            assertThat(scores.limit()).isEqualTo(1917 * 90);
            assertThat(boxes.limit()).isEqualTo(1917 * 4);
            double worst = Math.max(
                    Math.max(
                            worst(
                                    expected.path("scores"),
                                    scores,
                                    expected.path("scoreStep").asInt()),
                            worst(
                                    expected.path("boxes"),
                                    boxes,
                                    expected.path("boxStep").asInt())),
                    worstOfTop(expected.path("top"), scores, boxes));
            System.out.println(name + ": greatest difference to TF.js " + worst);
            assertThat(worst).isLessThanOrEqualTo(TOLERANCE);
        }
    }

    @Test
    void a_drawn_stop_sign_is_one_stop_sign() throws Exception {
        try (CocoDetector detector = new CocoDetector(RealWeights.coco(), Kept.DEFAULT.withMinScore(0.9))) {
            detector.start();
            List<Detection> found = detector.detect(ReferencePictures.named("signs"));
            assertThat(found).extracting(Detection::label).containsExactly("stop sign");
            assertThat(found.get(0).box().centreX()).isCloseTo(220 / 300.0, within(0.02));
            assertThat(found.get(0).box().centreY()).isCloseTo(120 / 300.0, within(0.02));
        }
    }

    private static double worst(JsonNode expected, FloatBuffer actual, int step) {
        assertThat(expected.size()).isGreaterThan(400);
        double worst = 0;
        for (int i = 0; i < expected.size(); i++) {
            worst = Math.max(worst, Math.abs(expected.get(i).asDouble() - actual.get(i * step)));
        }
        return worst;
    }

    private static double worstOfTop(JsonNode top, FloatBuffer scores, FloatBuffer boxes) {
        assertThat(top.size()).isEqualTo(200);
        double worst = 0;
        for (JsonNode one : top) {
            int index = one.path("index").asInt();
            worst = Math.max(worst, Math.abs(one.path("score").asDouble() - scores.get(index)));
            for (int corner = 0; corner < 4; corner++) {
                double expected = one.path("box").get(corner).asDouble();
                worst = Math.max(worst, Math.abs(expected - boxes.get(index / 90 * 4 + corner)));
            }
        }
        return worst;
    }

    private static JsonNode reference(String name) throws Exception {
        try (InputStream json = Objects.requireNonNull(ReferenceTest.class.getResourceAsStream("reference.json"))) {
            for (JsonNode each : new ObjectMapper().readTree(json)) {
                if (each.path("name").asText().equals(name)) {
                    return each;
                }
            }
        }
        throw new AssertionError("no reference for " + name);
    }
}

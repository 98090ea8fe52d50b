package io.kakou.models.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.models.Picture;
import io.kakou.models.convert.proto.ElementType;
import io.kakou.models.convert.proto.OnnxFile;
import io.kakou.models.convert.proto.OnnxTensor;
import io.kakou.models.int8.Folding;
import io.kakou.models.onnx.OnnxSession;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The real model. */
class CocoInt8Test {
    private static final int SIDE = 300;

    @Test
    void a_folded_model_answers_as_the_unfolded_one() throws Exception {
        byte[] plain = Files.readAllBytes(RealWeights.coco().onnx());
        OnnxFile file = OnnxFile.read(plain);
        int before = file.nodes().size();
        Folding.fold(file);
        // 12 batch norms, 32 factors of depthwise convolutions, and the offsets behind them and the rest.
        assertThat(before - file.nodes().size()).isGreaterThan(100);
        assertThat(file.nodes()).noneMatch(node -> node.is("BatchNormalization"));
        List<FloatBuffer> expected = run(plain);
        List<FloatBuffer> folded = run(file.toBytes());
        for (int output = 0; output < expected.size(); output++) {
            assertThat(farthest(expected.get(output), folded.get(output))).isLessThan(1e-4);
        }
    }

    @Test
    void the_committed_ranges_give_weights_that_no_cpu_saturates_on() throws Exception {
        OnnxFile file = OnnxFile.read(
                CocoInt8.quantised(Files.readAllBytes(RealWeights.coco().onnx())));
        List<OnnxTensor> weights = file.tensors().values().stream()
                .filter(tensor -> tensor.type() == ElementType.INT8)
                .toList();
        assertThat(weights).hasSizeGreaterThan(80);
        for (OnnxTensor each : weights) {
            for (byte weight : each.bytes()) {
                assertThat(2 * 255 * Math.abs(weight)).isLessThanOrEqualTo(Short.MAX_VALUE);
            }
        }
    }

    @Test
    void whole_numbers_answer_nearly_as_floats() throws Exception {
        byte[] plain = Files.readAllBytes(RealWeights.coco().onnx());
        List<FloatBuffer> floats = run(plain);
        List<FloatBuffer> bytes = run(CocoInt8.quantised(plain));
        assertThat(mean(floats.get(0), bytes.get(0))).isCloseTo(0, within(0.002));
        assertThat(mean(floats.get(1), bytes.get(1))).isCloseTo(0, within(0.05));
        assertThat(farthest(floats.get(0), bytes.get(0))).isPositive();
    }

    private static List<FloatBuffer> run(byte[] onnx) throws Exception {
        Random random = new Random(3);
        Picture picture = Picture.allocate(SIDE, SIDE);
        for (int i = 0; i < SIDE * SIDE * Picture.CHANNELS; i++) {
            int block = i / Picture.CHANNELS % SIDE / 50 * 40;
            picture.rgb().put(i, (byte) Math.min(255, block + random.nextInt(30)));
        }
        try (OnnxSession session = new OnnxSession("test", onnx)) {
            session.start();
            return session.run(picture.rgb(), 1, SIDE, SIDE, Picture.CHANNELS);
        }
    }

    private static double farthest(FloatBuffer a, FloatBuffer b) {
        double farthest = 0;
        for (int i = 0; i < a.limit(); i++) {
            farthest = Math.max(farthest, Math.abs(a.get(i) - b.get(i)));
        }
        return farthest;
    }

    private static double mean(FloatBuffer a, FloatBuffer b) {
        double sum = 0;
        for (int i = 0; i < a.limit(); i++) {
            sum += Math.abs(a.get(i) - b.get(i));
        }
        return sum / a.limit();
    }
}

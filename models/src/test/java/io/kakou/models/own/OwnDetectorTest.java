package io.kakou.models.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.kakou.models.Detection;
import io.kakou.models.Picture;
import io.kakou.models.convert.proto.ElementType;
import io.kakou.models.convert.proto.OnnxGraph;
import io.kakou.models.onnx.UnusableModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A YOLOX of our own making: it sees a two-wheeler as sure as the picture is red, always in the same cell. */
class OwnDetectorTest {
    private static final int SIDE = 64;
    /** 8×8, 4×4 and 2×2 cells, with 5 numbers and 2 classes each. */
    private static final int CELLS = 84;

    private static final int NUMBERS = 7;
    /** The second of the third row of stride 16. */
    private static final int CELL = 64 + 2 * 4 + 1;

    @TempDir
    private Path folder;

    @Test
    void a_box_is_where_its_cell_and_its_numbers_say() throws Exception {
        try (OwnDetector detector = OwnDetector.open(card("BGR"), 0.1)) {
            List<Detection> seen = detector.detect(plain(SIDE, SIDE, 255));
            assertThat(seen).hasSize(1);
            assertThat(seen.get(0).label()).isEqualTo("motorcycle");
            assertThat(seen.get(0).score()).isCloseTo(0.9, within(1e-3));
            // Centre ((1 + .5)·16, (2 + .25)·16) of 64, size (e^0·16, e^.5·16).
            assertThat(seen.get(0).box().centreX()).isCloseTo(24 / 64.0, within(1e-6));
            assertThat(seen.get(0).box().centreY()).isCloseTo(36 / 64.0, within(1e-6));
            assertThat(seen.get(0).box().width()).isCloseTo(16 / 64.0, within(1e-6));
            assertThat(seen.get(0).box().height()).isCloseTo(Math.exp(0.5) * 16 / 64.0, within(1e-6));
            assertThat(detector.identity()).startsWith("tiny-yolox@").hasSize("tiny-yolox@".length() + 12);
        }
    }

    @Test
    void a_wide_picture_stands_at_the_top_and_its_boxes_are_shares_of_itself() throws Exception {
        try (OwnDetector detector = OwnDetector.open(card("BGR"), 0.1)) {
            Detection seen = detector.detect(plain(2 * SIDE, SIDE, 255)).get(0);
            // The upper half is red, the lower the grey beside it.
            assertThat(seen.score()).isCloseTo(0.9 * (255 + 114) / 2 / 255, within(1e-3));
            assertThat(seen.box().centreX()).isCloseTo(24 / 64.0, within(1e-6));
            assertThat(seen.box().top()).isCloseTo((36 - Math.exp(0.5) * 8) / 32.0, within(1e-6));
            assertThat(seen.box().bottom()).isEqualTo(1);
        }
    }

    @Test
    void the_planes_are_in_the_order_that_the_card_says() throws Exception {
        try (OwnDetector detector = OwnDetector.open(card("RGB"), 0.1)) {
            assertThat(detector.detect(plain(SIDE, SIDE, 255)))
                    .as("red comes first")
                    .isEmpty();
        }
    }

    @Test
    void what_is_below_the_least_score_is_not_given() throws Exception {
        try (OwnDetector detector = OwnDetector.open(card("BGR"), 0.5)) {
            assertThat(detector.detect(plain(SIDE, SIDE, 60))).isEmpty();
        }
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"yolox\"|\"detr\"|family is \"detr\"; allowed: yolox",
                "\"width\": 64|\"width\": 60|width is 60; allowed: 32 to 4096 in steps of 32",
                "\"height\": 64|\"high\": 64|height is missing; allowed: 32 to 4096 in steps of 32",
                "\"BGR\"|\"bgr\"|channels is \"bgr\"; allowed: BGR, RGB",
                "[\"person\", \"motorcycle\"]|[]|labels is []; allowed: a list of 1 to 10000 words",
                "\"tiny.onnx\"|\"../tiny.onnx\"|onnx is \"../tiny.onnx\"; allowed: a file beside the card",
                "\"tiny.onnx\"|\"other.onnx\"|which cannot be read; allowed: a file beside the card",
                "\"sha256\": \"|\"sha256\": \"z|allowed: 64 lower-case hexadecimal digits",
                "\"motorcycle\"]|\"motorcycle\", \"bus\"]|gives 1 outputs, the first of 588 numbers; allowed for yolox",
                "\"width\": 64|\"width\": 96|does not take [1,3,64,96] of floats, as its card says",
                "\"overlap\": 0.6|\"overlap\": 6|overlap is 6; allowed: 0 to 1",
            })
    void a_wrong_card_is_told_by_key_and_value(String right, String wrong, String told) throws Exception {
        Path card = card("BGR");
        Files.writeString(card, Files.readString(card).replace(right, wrong));
        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> OwnDetector.open(card, 0.1).close())
                .withMessageContaining(told);
    }

    @Test
    void a_model_that_was_changed_after_its_card_is_refused() throws Exception {
        Path card = card("BGR");
        Files.write(folder.resolve("tiny.onnx"), new byte[] {1, 2, 3});
        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> OwnDetector.open(card, 0.1).close())
                .withMessageContaining("sha256 is ");
    }

    private Path card(String channels) throws Exception {
        byte[] onnx = model();
        Files.write(folder.resolve("tiny.onnx"), onnx);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(onnx));
        return Files.writeString(
                folder.resolve("card.json"),
                """
                {"name": "tiny-yolox", "family": "yolox", "onnx": "tiny.onnx", "sha256": "%s",
                 "width": 64, "height": 64, "channels": "%s", "labels": ["person", "motorcycle"], "overlap": 0.6}
                """
                        .formatted(hash, channels));
    }

    /** [1,3,64,64] in; the mean of the third plane, of 255, times .9 is the objectness of one cell. */
    private static byte[] model() {
        float[] weights = new float[3 * CELLS * NUMBERS];
        weights[2 * CELLS * NUMBERS + CELL * NUMBERS + 4] = 0.9f / 255;
        float[] rest = new float[CELLS * NUMBERS];
        rest[CELL * NUMBERS] = 0.5f;
        rest[CELL * NUMBERS + 1] = 0.25f;
        rest[CELL * NUMBERS + 3] = 0.5f;
        rest[CELL * NUMBERS + 6] = 1;
        OnnxGraph graph = new OnnxGraph();
        graph.input("images", ElementType.FLOAT, new int[] {1, 3, SIDE, SIDE});
        String mean = graph.node("GlobalAveragePool", "images").to("mean");
        String flat =
                graph.node("Reshape", mean, graph.list("flat-shape", 1, 3)).to("flat");
        String weighed = graph.node(
                        "MatMul", flat, graph.floats("weights", new int[] {3, CELLS * NUMBERS}, bytes(weights)))
                .to("weighed");
        String sum = graph.node("Add", weighed, graph.floats("rest", new int[] {1, CELLS * NUMBERS}, bytes(rest)))
                .to("sum");
        graph.output(
                graph.node("Reshape", sum, graph.list("shape", 1, CELLS, NUMBERS))
                        .to("output"),
                new int[] {1, CELLS, NUMBERS});
        return graph.toBytes("tiny");
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static Picture plain(int width, int height, int red) {
        Picture picture = Picture.allocate(width, height);
        for (int i = 0; i < width * height; i++) {
            picture.rgb().put(3 * i, (byte) red);
        }
        return picture;
    }
}

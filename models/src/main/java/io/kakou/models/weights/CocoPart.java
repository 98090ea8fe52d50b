package io.kakou.models.weights;

import io.kakou.models.Size;
import io.kakou.models.convert.Cut;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is cut out of the stock detector's graph. Its layers before the boxes are a frozen backbone: their maps, N,H,W,C
 * after ReLU6, are what heads of our own judge by.
 */
public enum CocoPart {
    /** Picture of 300×300 to scores [1,1917,90] and boxes [1,1917,1,4]. */
    DETECTOR(
            "coco-ssdlite-mobilenet-v2",
            300,
            "15e8fcf89c90444e48e2e9acfd27e345afd4cbf410ec656013a984e4e3b54be9",
            Nodes.SCORES,
            Nodes.BOXES),
    /** The same, and the map of stride 32 [1,10,10,1280] out of the same pass. */
    DETECTOR_WITH_MAP(
            "coco-ssdlite-mobilenet-v2-map",
            300,
            "0ec51c35fc17b4c71a28251354b2b37fa6846b56c6bde55963587355c32158bb",
            Nodes.SCORES,
            Nodes.BOXES,
            Nodes.STRIDE_32),
    /** {@link #DETECTOR} in whole numbers of 8 bits. */
    DETECTOR_INT8(
            "coco-ssdlite-mobilenet-v2-int8",
            300,
            "b4c7c74a6f0220f040cce38bc442edb0f8b59875a7577889b5a7f71cfe694b41",
            Nodes.SCORES,
            Nodes.BOXES),
    /** The same for a picture of 640×480, with 6048 anchors of the same sizes in pixels: it finds smaller things. */
    DETECTOR_INT8_640(
            "coco-ssdlite-mobilenet-v2-640-int8",
            640,
            480,
            "96b3492ec11777fa87d7e9abde75ccf1ed4809a44d6eff2d0ca1827af3ab0649",
            Nodes.SCORES,
            Nodes.BOXES),
    /** Picture of 300×300 to maps of stride 16 [1,19,19,576] and stride 32 [1,10,10,1280]. */
    MAPS_300(
            "coco-mobilenet-v2-maps-300",
            300,
            "23253aee21e5d8983c8a3a7eeca09cefa092eba5d937d127ae50c0d9d616ff57",
            Nodes.STRIDE_16,
            Nodes.STRIDE_32),
    /** Picture of 416×416 to maps of stride 16 [1,26,26,576] and stride 32 [1,13,13,1280]. */
    MAPS_416(
            "coco-mobilenet-v2-maps-416",
            416,
            "25544adacd2a509f09b82162927390595cebff3933e7fb9f671da739bda79d42",
            Nodes.STRIDE_16,
            Nodes.STRIDE_32),
    /** Picture of 512×512 to maps of stride 16 [1,32,32,576] and stride 32 [1,16,16,1280]. */
    MAPS_512(
            "coco-mobilenet-v2-maps-512",
            512,
            "298f2869d01e07e962e7f913463b48fd8e3606aa056a7db19a9c099e8ff740c8",
            Nodes.STRIDE_16,
            Nodes.STRIDE_32),
    /** Picture of 736×736 to what goes into the last layer, of stride 32 and not rectified [1,23,23,320]. */
    ROAD_736(
            "coco-mobilenet-v2-road-736",
            736,
            "41a643fd8d6306cc032ca062c721ef0a63b061ff12a9e04cb0cf08e23a1530c1",
            Nodes.NARROW_32);

    private final String title;
    private final int width;
    private final int height;
    private final String sha256;
    /** Of {@link List#of}, which nobody changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> outputs;

    CocoPart(String title, int side, String sha256, String... outputs) {
        this(title, side, side, sha256, outputs);
    }

    CocoPart(String title, int width, int height, String sha256, String... outputs) {
        this.title = title;
        this.width = width;
        this.height = height;
        this.sha256 = sha256;
        this.outputs = List.of(outputs);
    }

    /** The parts whose outputs are maps alone. */
    public static Stream<CocoPart> ofMaps() {
        return Arrays.stream(values()).filter(part -> part.outputs.get(0).equals(Nodes.STRIDE_16));
    }

    /** Whether its convolutions multiply bytes; the first one and all that comes after the heads' stays in floats. */
    boolean isInt8() {
        return title.endsWith("-int8");
    }

    /** Of the picture that goes in. */
    public Size input() {
        return new Size(width, height);
    }

    String title() {
        return title;
    }

    /** Of the converted file. */
    String sha256() {
        return sha256;
    }

    /** From behind the graph's own loop that resizes, before it scales to −1…1. */
    Cut cut() {
        return new Cut("Preprocessor/map/TensorArrayStack/TensorArrayGatherV3", input(), outputs);
    }

    private static final class Nodes {
        /** Every class but the background. */
        private static final String SCORES = "Postprocessor/Slice";

        private static final String BOXES = "Postprocessor/ExpandDims_1";
        private static final String STRIDE_16 = "FeatureExtractor/MobilenetV2/expanded_conv_13/expand/Relu6";
        private static final String STRIDE_32 = "FeatureExtractor/MobilenetV2/Conv_1/Relu6";
        private static final String NARROW_32 =
                "FeatureExtractor/MobilenetV2/expanded_conv_16/project/BatchNorm/batchnorm/add_1";
    }
}

package io.kakou.models.convert;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The TensorFlow operators of the graphs this project converts; each has one mapping, chosen in {@link Mapping}. */
enum Operator {
    ADD("Add"),
    ADD_N("AddN"),
    ADD_V2("AddV2"),
    BIAS_ADD("BiasAdd"),
    CONCAT("ConcatV2"),
    CONV("Conv2D"),
    DEPTHWISE_CONV("DepthwiseConv2dNative"),
    EXP("Exp"),
    EXPAND_DIMS("ExpandDims"),
    FUSED_BATCH_NORM("FusedBatchNorm"),
    FUSED_CONV("_FusedConv2D"),
    FUSED_MAT_MUL("_FusedMatMul"),
    IDENTITY("Identity"),
    MAXIMUM("Maximum"),
    MAX_POOL("MaxPool"),
    MEAN("Mean"),
    MINIMUM("Minimum"),
    MUL("Mul"),
    PACK("Pack"),
    PAD("Pad"),
    RELU("Relu"),
    RELU6("Relu6"),
    RESHAPE("Reshape"),
    SHAPE("Shape"),
    SIGMOID("Sigmoid"),
    SLICE("Slice"),
    SOFTMAX("Softmax"),
    SQUEEZE("Squeeze"),
    STRIDED_SLICE("StridedSlice"),
    SUB("Sub"),
    TILE("Tile"),
    TRANSPOSE("Transpose"),
    UNPACK("Unpack");

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    static Operator of(GraphNode node) throws UnknownOperator {
        for (Operator operator : values()) {
            if (operator.word.equals(node.operator())) {
                return operator;
            }
        }
        throw new UnknownOperator(node.name(), node.operator());
    }

    static String known() {
        return Arrays.stream(values()).map(o -> o.word).collect(Collectors.joining(", "));
    }
}

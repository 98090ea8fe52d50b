package io.kakou.models.convert;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The TensorFlow operators of the graphs this project converts; each has one mapping in {@link Mapping} or {@link Shapes}. */
enum Operator {
    ADD("Add"),
    ADD_N("AddN"),
    BIAS_ADD("BiasAdd"),
    CONCAT("ConcatV2"),
    CONV("Conv2D"),
    DEPTHWISE_CONV("DepthwiseConv2dNative"),
    EXP("Exp"),
    EXPAND_DIMS("ExpandDims"),
    FUSED_BATCH_NORM("FusedBatchNorm"),
    MUL("Mul"),
    PACK("Pack"),
    RELU6("Relu6"),
    RESHAPE("Reshape"),
    SHAPE("Shape"),
    SIGMOID("Sigmoid"),
    SLICE("Slice"),
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

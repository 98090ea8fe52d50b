package io.kakou.models.training;

import io.kakou.models.convert.proto.ElementType;
import io.kakou.models.convert.proto.OnnxGraph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Fits as ONNX models: map [1,rows,columns,channels] in, 0 to 1 out. */
public final class HeadWriter {
    private HeadWriter() {}

    /** A fit over {@link Quarters}: [1,1] out. */
    static byte[] quarters(Logistic.Fit fit, int side) {
        float[] weights = fit.weights();
        OnnxGraph graph = new OnnxGraph();
        graph.input("map", ElementType.FLOAT, new int[] {1, side, side, weights.length / 4});
        String planes = graph.node("Transpose", "map")
                .with("perm", new int[] {0, 3, 1, 2})
                .to("planes");
        String means = graph.node("AveragePool", planes)
                .with("kernel_shape", new int[] {side / 2, side / 2})
                .with("strides", new int[] {side / 2, side / 2})
                .to("means");
        String cells = graph.node("Transpose", means)
                .with("perm", new int[] {0, 2, 3, 1})
                .to("cells");
        String row = graph.node("Reshape", cells, graph.list("row shape", 1, weights.length))
                .to("row");
        String sum = sum(graph, row, fit, "sum");
        graph.output(graph.node("Sigmoid", sum).to("body"), new int[] {1, 1});
        return graph.toBytes("head");
    }

    /** A fit over the cells: smoothed scores [1,1,rows,columns] out. */
    static byte[] write(Logistic.Fit fit, int side) {
        float[] weights = fit.weights();
        OnnxGraph graph = new OnnxGraph();
        graph.input("map", ElementType.FLOAT, new int[] {1, side, side, weights.length});
        String sum = sum(graph, "map", fit, "sum");
        String planes = graph.node("Transpose", sum)
                .with("perm", new int[] {0, 3, 1, 2})
                .to("planes");
        // The pads do not count: at the edge it is the mean of the cells that are there.
        String smooth = graph.node("AveragePool", planes)
                .with("kernel_shape", new int[] {3, 3})
                .with("pads", new int[] {1, 1, 1, 1})
                .with("strides", new int[] {1, 1})
                .to("smooth");
        graph.output(graph.node("Sigmoid", smooth).to("heat"), new int[] {1, 1, side, side});
        return graph.toBytes("head");
    }

    /** The same without smoothing and sigmoid: [1,rows,columns,1] out. */
    public static byte[] plain(Logistic.Fit fit, int side) {
        float[] weights = fit.weights();
        OnnxGraph graph = new OnnxGraph();
        graph.input("map", ElementType.FLOAT, new int[] {1, side, side, weights.length});
        graph.output(sum(graph, "map", fit, "evidence"), new int[] {1, side, side, 1});
        return graph.toBytes("head");
    }

    /** What is fitted, of a value's last axis. */
    private static String sum(OnnxGraph graph, String of, Logistic.Fit fit, String name) {
        float[] weights = fit.weights();
        String weighed = graph.node(
                        "MatMul", of, graph.floats("weights", new int[] {weights.length, 1}, bytes(weights)))
                .to("weighed");
        return graph.node("Add", weighed, graph.number("bias", fit.bias())).to(name);
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}

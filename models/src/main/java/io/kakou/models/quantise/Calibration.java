package io.kakou.models.quantise;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.convert.proto.OnnxGraph;
import io.kakou.models.convert.proto.Part;
import io.kakou.models.onnx.OnnxSession;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.quantise.Ranges.Range;
import io.kakou.models.scaling.Stretch;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sees how large a graph's values become: for each, the mean over pictures of the picture's least and most. One picture's odd
 * values so count little, and are cut off.
 */
public final class Calibration implements AutoCloseable {
    private static final int[] ONE = {};

    private final OnnxSession session;
    private final Size size;
    private final List<String> points;
    private final double[] least;
    private final double[] most;
    private final ByteBuffer bytes;
    private int pictures;

    /**
     * For a graph that takes pictures of a size.
     *
     * @param graph as {@link Folding} left it
     * @throws UnusableModel where it does not run
     */
    public Calibration(OnnxGraph graph, Size size) throws UnusableModel {
        this.size = size;
        this.points = List.copyOf(Points.of(graph));
        this.least = new double[points.size()];
        this.most = new double[points.size()];
        this.bytes = ByteBuffer.allocateDirect(size.width() * size.height() * Picture.CHANNELS);
        this.session = new OnnxSession("the graph that is calibrated", probing(graph, points));
        session.start();
    }

    /** The graph, giving nothing but extremes. */
    private static byte[] probing(OnnxGraph graph, List<String> points) {
        OnnxGraph probing = new OnnxGraph();
        graph.parts().stream().filter(part -> !(part instanceof Part.Taken)).forEach(probing::put);
        for (String point : points) {
            probing.output(probing.node("ReduceMin", point).with("keepdims", 0).to(point + "/least"), ONE);
            probing.output(probing.node("ReduceMax", point).with("keepdims", 0).to(point + "/most"), ONE);
        }
        return probing.toBytes("calibrated");
    }

    /** Looks at a picture. */
    public void see(Picture picture) {
        Stretch.into(bytes, picture, size);
        List<FloatBuffer> extremes = session.run(bytes.duplicate(), 1, size.height(), size.width(), Picture.CHANNELS);
        for (int i = 0; i < points.size(); i++) {
            least[i] += extremes.get(2 * i).get(0);
            most[i] += extremes.get(2 * i + 1).get(0);
        }
        pictures++;
    }

    /**
     * What was seen.
     *
     * @throws IllegalStateException where no picture was
     */
    public Ranges ranges() {
        if (pictures == 0) {
            throw new IllegalStateException("no picture was seen; allowed: one or more");
        }
        Map<String, Range> ranges = new HashMap<>();
        for (int i = 0; i < points.size(); i++) {
            ranges.put(points.get(i), new Range((float) (least[i] / pictures), (float) (most[i] / pictures)));
        }
        return new Ranges(pictures, ranges);
    }

    @Override
    public void close() {
        session.close();
    }
}

package io.kakou.models.int8;

import io.kakou.models.convert.proto.ElementType;
import io.kakou.models.convert.proto.OnnxFile;
import io.kakou.models.convert.proto.OnnxNode;
import io.kakou.models.convert.proto.OnnxTensor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Static quantisation after training: values between nodes become unsigned bytes, weights 7 bits a channel. Written as
 * {@code QuantizeLinear}/{@code DequantizeLinear} pairs around float nodes, which ONNX Runtime fuses into nodes that
 * multiply bytes.
 *
 * @see <a href="https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html">QDQ</a>
 */
public final class Quantiser {
    private static final String ZERO_WEIGHT = "int8/zero-weight/";
    private static final String REAL = "/real";

    private final OnnxFile file;
    private final Set<String> quantised;
    private final Set<String> values = new LinkedHashSet<>();
    private final List<OnnxNode> written = new ArrayList<>();

    private Quantiser(OnnxFile file, Predicate<String> inFloat) {
        this.file = file;
        this.quantised = new LinkedHashSet<>();
        for (OnnxNode node : file.nodes()) {
            boolean multiplies = node.is("Conv") && !inFloat.test(node.output());
            if (multiplies || isSumOfQuantised(node)) {
                quantised.add(node.output());
                node.inputs().stream().filter(input -> !isKnown(input)).forEach(values::add);
                values.add(behindLimit(node));
            }
        }
    }

    /**
     * The values whose {@link Range}s have to be known, in a folded model.
     *
     * @param inFloat convolutions, by name, that stay as they are
     */
    public static List<String> values(OnnxFile folded, Predicate<String> inFloat) {
        return List.copyOf(new Quantiser(folded, inFloat).values);
    }

    /**
     * Quantises a folded model in place.
     *
     * @throws IllegalArgumentException where a range is not given
     */
    public static void quantise(OnnxFile folded, Predicate<String> inFloat, Ranges ranges) {
        Quantiser quantiser = new Quantiser(folded, inFloat);
        for (OnnxNode node : folded.nodes()) {
            quantiser.write(node, ranges);
        }
        folded.nodes().clear();
        folded.nodes().addAll(quantiser.written);
    }

    private boolean isKnown(String value) {
        return file.tensors().containsKey(value);
    }

    private boolean isSumOfQuantised(OnnxNode node) {
        return node.is("Add") && values.containsAll(node.inputs());
    }

    /** A value's name after the limit that alone follows it, else its own. */
    private String behindLimit(OnnxNode node) {
        List<OnnxNode> followers = file.nodes().stream()
                .filter(each -> each.inputs().contains(node.output()))
                .toList();
        return followers.size() == 1 && followers.get(0).is("Clip")
                ? followers.get(0).output()
                : node.output();
    }

    private void write(OnnxNode node, Ranges ranges) {
        OnnxNode out = node.is("Conv") && quantised.contains(node.output()) ? onBytes(node, ranges) : node;
        if (!values.contains(node.output())) {
            written.add(out);
            return;
        }
        String name = node.output();
        written.add(out.withOutput(name + REAL));
        Range range = ranges.of(name);
        String scale = put(name + "/scale", OnnxTensor.of(new float[] {range.scale()}));
        byte[] zero = {(byte) range.zero()};
        String zeroName = put(name + "/zero", OnnxTensor.of(ElementType.UINT8, zero));
        written.add(OnnxNode.of("QuantizeLinear", name + "/bytes", name + REAL, scale, zeroName));
        written.add(OnnxNode.of("DequantizeLinear", name, name + "/bytes", scale, zeroName));
    }

    private OnnxNode onBytes(OnnxNode node, Ranges ranges) {
        String input = node.inputs().get(0);
        String name = node.inputs().get(1);
        ChannelWeights weights = new ChannelWeights(file.tensor(name));
        int channels = weights.scales().length;
        String zero = put(ZERO_WEIGHT + channels, OnnxTensor.of(ElementType.INT8, new byte[channels], channels));
        String bytes = put(name + "/bytes", weights.bytes());
        String scale = put(name + "/scale", OnnxTensor.of(weights.scales(), channels));
        written.add(OnnxNode.of("DequantizeLinear", name + "/real", bytes, scale, zero)
                .with("axis", 0));
        List<String> inputs = new ArrayList<>(List.of(input, name + "/real"));
        if (node.inputs().size() == 3) {
            inputs.add(bias(
                    node.inputs().get(2), weights.scales(), ranges.of(input).scale()));
        }
        return node.withInputs(inputs);
    }

    /** In 32 bits, in the steps of the products it is added to. */
    private String bias(String name, float[] weightScales, float inputScale) {
        float[] values = file.tensor(name).floats();
        float[] scales = new float[values.length];
        int[] steps = new int[values.length];
        for (int c = 0; c < values.length; c++) {
            scales[c] = weightScales[c] * inputScale;
            steps[c] = Math.round(values[c] / scales[c]);
        }
        String bytes = put(name + "/steps", OnnxTensor.of(steps, steps.length));
        String scale = put(name + "/scale", OnnxTensor.of(scales, scales.length));
        written.add(
                OnnxNode.of("DequantizeLinear", name + "/real", bytes, scale).with("axis", 0));
        return name + "/real";
    }

    private String put(String name, OnnxTensor tensor) {
        file.tensors().put(name, tensor);
        return name;
    }
}

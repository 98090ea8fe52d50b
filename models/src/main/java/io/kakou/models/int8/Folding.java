package io.kakou.models.int8;

import io.kakou.models.convert.proto.OnnxFile;
import io.kakou.models.convert.proto.OnnxNode;
import io.kakou.models.convert.proto.OnnxTensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes each channel's factors and offsets behind a convolution into its weights and bias: constant {@code Mul} and
 * {@code Add}, and {@code BatchNormalization} with its mean and variance. An offset behind a sum of two values goes into
 * the convolution that gives one of them. What a model answers stays the same but for rounding.
 */
public final class Folding {
    private static final String FOLDED = "/folded";

    private final OnnxFile file;
    private final Map<String, Long> uses;

    private Folding(OnnxFile file) {
        this.file = file;
        this.uses = file.nodes().stream()
                .flatMap(node -> node.inputs().stream())
                .collect(Collectors.groupingBy(input -> input, Collectors.counting()));
        file.outputs().forEach(output -> uses.merge(output, 1L, Long::sum));
    }

    /** Folds whatever can be folded. */
    public static void fold(OnnxFile file) {
        Folding folding = new Folding(file);
        for (OnnxNode node : List.copyOf(file.nodes())) {
            folding.tryToFold(node.output());
        }
    }

    /** What a node does to each channel: x × factor + offset. */
    private static final class Affine {
        private final float[] factor;
        private final float[] offset;

        Affine(float[] factor, float[] offset) {
            this.factor = factor;
            this.offset = offset;
        }
    }

    private void tryToFold(String output) {
        OnnxNode node = producer(output);
        OnnxNode source = node == null ? null : sourceOf(node);
        OnnxNode convolution = source == null ? null : convolutionIn(source, Objects.requireNonNull(node));
        if (node == null || source == null || convolution == null) {
            return;
        }
        Affine affine = affine(node, channels(convolution));
        if (affine != null) {
            apply(convolution, affine);
            OnnxNode last = Objects.requireNonNull(producer(source.output()));
            file.nodes().set(file.nodes().indexOf(last), last.withOutput(output));
            file.nodes().remove(node);
        }
    }

    /** What gives a node's only value that is not known at conversion. */
    private @Nullable OnnxNode sourceOf(OnnxNode node) {
        List<String> unknown = node.inputs().stream()
                .filter(input -> !file.tensors().containsKey(input))
                .toList();
        return unknown.size() == 1 && once(unknown.get(0)) ? producer(unknown.get(0)) : null;
    }

    private boolean once(String value) {
        return uses.getOrDefault(value, 0L) == 1;
    }

    /** The convolution that gives {@code source}'s value: itself, or, where an offset follows, one of its summands. */
    private @Nullable OnnxNode convolutionIn(OnnxNode source, OnnxNode follower) {
        if (source.is("Conv")) {
            return source;
        }
        if (!source.is("Add") || !follower.is("Add")) {
            return null;
        }
        return source.inputs().stream()
                .filter(this::once)
                .map(this::producer)
                .filter(each -> each != null && each.is("Conv"))
                .findFirst()
                .orElse(null);
    }

    private @Nullable OnnxNode producer(String value) {
        return file.nodes().stream()
                .filter(node -> node.output().equals(value))
                .findFirst()
                .orElse(null);
    }

    private int channels(OnnxNode convolution) {
        return file.tensor(convolution.inputs().get(1)).shape()[0];
    }

    private @Nullable Affine affine(OnnxNode node, int channels) {
        return switch (node.operator()) {
            case "Mul" -> new Affine(constant(node, channels), new float[channels]);
            case "Add" -> new Affine(filled(channels, 1), constant(node, channels));
            case "BatchNormalization" -> batchNorm(node);
            default -> null;
        };
    }

    private float[] constant(OnnxNode node, int channels) {
        float[] values = node.inputs().stream()
                .filter(file.tensors()::containsKey)
                .map(file::tensor)
                .findFirst()
                .orElseThrow()
                .floats();
        return values.length == channels ? values : filled(channels, values[0]);
    }

    private Affine batchNorm(OnnxNode node) {
        float[] factor = file.tensor(node.inputs().get(1)).floats();
        float[] offset = file.tensor(node.inputs().get(2)).floats();
        float[] mean = file.tensor(node.inputs().get(3)).floats();
        float[] variance = file.tensor(node.inputs().get(4)).floats();
        for (int c = 0; c < factor.length; c++) {
            factor[c] = (float) (factor[c] / Math.sqrt(variance[c] + node.real("epsilon")));
            offset[c] -= mean[c] * factor[c];
        }
        return new Affine(factor, offset);
    }

    private void apply(OnnxNode convolution, Affine affine) {
        OnnxTensor old = file.tensor(convolution.inputs().get(1));
        float[] weights = old.floats();
        int each = weights.length / affine.factor.length;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= affine.factor[i / each];
        }
        float[] bias = convolution.inputs().size() == 3
                ? file.tensor(convolution.inputs().get(2)).floats()
                : new float[affine.factor.length];
        for (int c = 0; c < bias.length; c++) {
            bias[c] = bias[c] * affine.factor[c] + affine.offset[c];
        }
        String stem = convolution.inputs().get(1).replaceAll(FOLDED + "$", "");
        file.tensors().put(stem + FOLDED, OnnxTensor.of(weights, old.shape()));
        file.tensors().put(stem + "/bias", OnnxTensor.of(bias, bias.length));
        file.nodes()
                .set(
                        file.nodes().indexOf(convolution),
                        convolution.withInputs(List.of(convolution.inputs().get(0), stem + FOLDED, stem + "/bias")));
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }
}

package io.kakou.models.quantise;

import io.kakou.models.convert.proto.OnnxGraph;
import io.kakou.models.convert.proto.Part;
import io.kakou.models.convert.proto.Part.Numbers;
import io.kakou.models.convert.proto.Part.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what follows a convolution into it: factors, terms and batch normalisation with constant numbers. A term that is added
 * only after a residual moves before it. The graph answers the same but for rounding.
 */
public final class Folding {
    static final String CONVOLUTION = "Conv";
    static final String SUM = "Add";

    private final Wiring wiring;
    private final Map<Operation, List<Part>> instead = new HashMap<>();
    private final Set<Operation> gone = new HashSet<>();

    private Folding(OnnxGraph graph) {
        this.wiring = new Wiring(graph);
    }

    /** A graph with bare convolutions, each with weights and bias. */
    public static OnnxGraph fold(OnnxGraph graph) {
        Folding folding = new Folding(graph);
        for (Part part : graph.parts()) {
            if (part instanceof Operation operation && operation.operator().equals(CONVOLUTION)) {
                folding.take(operation);
            }
        }
        OnnxGraph folded = new OnnxGraph();
        for (Part part : graph.parts()) {
            List<Part> parts = part instanceof Operation operation ? folding.insteadOf(operation) : List.of(part);
            parts.forEach(folded::put);
        }
        return Wiring.withoutIdle(folded);
    }

    private List<Part> insteadOf(Operation operation) {
        return gone.contains(operation) ? List.of() : instead.getOrDefault(operation, List.of(operation));
    }

    private void take(Operation convolution) {
        Numbers weights = wiring.numbers(convolution.inputs().get(1));
        if (weights == null || convolution.inputs().size() != 2) {
            return;
        }
        Filters filters = Filters.of(weights);
        String value = convolution.output();
        for (Operation next = wiring.onlyTaker(value); next != null; next = wiring.onlyTaker(value)) {
            Filters more = with(filters, next, value);
            if (more == null) {
                break;
            }
            filters = more;
            gone.add(next);
            value = next.output();
        }
        Operation residual = wiring.onlyTaker(value);
        if (residual != null && residual.operator().equals(SUM) && !instead.containsKey(residual)) {
            filters = beforeResidual(filters, residual, value);
        }
        String name = convolution.output();
        List<Part> parts = new ArrayList<>();
        parts.add(filters.weights(name + "/folded"));
        parts.add(filters.bias(name + "/bias"));
        parts.add(convolution.with(List.of(convolution.inputs().get(0), name + "/folded", name + "/bias"), value));
        instead.put(convolution, parts);
    }

    /** The filters with an operator on their answers; null where it is none that folds. */
    private @Nullable Filters with(Filters filters, Operation next, String value) {
        return switch (next.operator()) {
            case "Mul" -> {
                Numbers factors = wiring.numbers(Wiring.other(next, value));
                yield factors == null || !filters.fits(factors)
                        ? null
                        : filters.then(factors.floats(), new float[] {0});
            }
            case SUM -> {
                Numbers terms = wiring.numbers(Wiring.other(next, value));
                yield terms == null || !filters.fits(terms) ? null : filters.then(new float[] {1}, terms.floats());
            }
            case "BatchNormalization" -> normalised(filters, next);
            default -> null;
        };
    }

    private @Nullable Filters normalised(Filters filters, Operation norm) {
        List<Numbers> given = new ArrayList<>();
        for (String input : norm.inputs().subList(1, 5)) {
            Numbers numbers = wiring.numbers(input);
            if (numbers == null) {
                return null;
            }
            given.add(numbers);
        }
        float[] scale = given.get(0).floats();
        float[] shift = given.get(1).floats();
        float[] mean = given.get(2).floats();
        float[] variance = given.get(3).floats();
        float epsilon = norm.real("epsilon");
        float[] factors = new float[scale.length];
        float[] terms = new float[scale.length];
        for (int i = 0; i < scale.length; i++) {
            factors[i] = (float) (scale[i] / Math.sqrt(variance[i] + (double) epsilon));
            terms[i] = shift[i] - mean[i] * factors[i];
        }
        return filters.then(factors, terms);
    }

    /** A term behind the residual's sum comes into the filters; the sum gives at once what came behind the term. */
    private Filters beforeResidual(Filters filters, Operation residual, String value) {
        if (wiring.numbers(Wiring.other(residual, value)) != null) {
            return filters;
        }
        Operation term = wiring.onlyTaker(residual.output());
        Filters more = term == null || !term.operator().equals(SUM) ? null : with(filters, term, residual.output());
        if (more == null || term == null) {
            return filters;
        }
        gone.add(term);
        instead.put(residual, List.of(residual.with(residual.inputs(), term.output())));
        return more;
    }
}

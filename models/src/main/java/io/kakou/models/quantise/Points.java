package io.kakou.models.quantise;

import io.kakou.models.convert.proto.OnnxGraph;
import io.kakou.models.convert.proto.Part;
import io.kakou.models.convert.proto.Part.Operation;
import java.util.LinkedHashSet;
import java.util.Set;

/** The values of a folded graph that go through eight bits: what convolutions and residual sums take and give. */
final class Points {
    private Points() {}

    static Set<String> of(OnnxGraph graph) {
        Wiring wiring = new Wiring(graph);
        Set<String> points = new LinkedHashSet<>();
        for (Part part : graph.parts()) {
            if (part instanceof Operation operation && isWhole(operation, wiring)) {
                operation.inputs().stream()
                        .filter(input -> wiring.numbers(input) == null)
                        .forEach(points::add);
                points.add(afterRelu6(operation, wiring));
            }
        }
        return points;
    }

    private static boolean isWhole(Operation operation, Wiring wiring) {
        return switch (operation.operator()) {
            case Folding.CONVOLUTION -> wiring.numbers(operation.inputs().get(1)) != null;
            case Folding.SUM -> operation.inputs().stream().allMatch(input -> wiring.numbers(input) == null);
            default -> false;
        };
    }

    private static String afterRelu6(Operation operation, Wiring wiring) {
        Operation next = wiring.onlyTaker(operation.output());
        return next != null && next.operator().equals("Clip") ? next.output() : operation.output();
    }
}

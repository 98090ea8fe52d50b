package io.kakou.models.quantise;

import io.kakou.models.convert.proto.OnnxGraph;
import io.kakou.models.convert.proto.Part;
import io.kakou.models.convert.proto.Part.Numbers;
import io.kakou.models.convert.proto.Part.Operation;
import io.kakou.models.convert.proto.Part.Taken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who makes and who takes each value of a graph. */
final class Wiring {
    private final Map<String, Numbers> numbers = new HashMap<>();
    private final Map<String, List<Operation>> takers = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();

    Wiring(OnnxGraph graph) {
        for (Part part : graph.parts()) {
            if (part instanceof Numbers constant) {
                numbers.put(constant.name(), constant);
            } else if (part instanceof Operation operation) {
                operation.inputs().forEach(input -> takers.computeIfAbsent(input, any -> new ArrayList<>())
                        .add(operation));
            } else if (part instanceof Taken taken) {
                outputs.add(taken.name());
            }
        }
    }

    /** Numbers of the file, or null where the value is computed. */
    @Nullable
    Numbers numbers(String value) {
        return numbers.get(value);
    }

    List<Operation> takers(String value) {
        return List.copyOf(takers.getOrDefault(value, List.of()));
    }

    /** The only one that takes a value; null where there are several, none, or the model gives it to people. */
    @Nullable
    Operation onlyTaker(String value) {
        List<Operation> all = takers(value);
        return all.size() == 1 && !outputs.contains(value) ? all.get(0) : null;
    }

    /** The other operand of one with two. */
    static String other(Operation operation, String one) {
        List<String> inputs = operation.inputs();
        return inputs.get(0).equals(one) ? inputs.get(1) : inputs.get(0);
    }

    /** A graph without numbers that nothing takes. */
    static OnnxGraph withoutIdle(OnnxGraph graph) {
        Wiring wiring = new Wiring(graph);
        OnnxGraph lean = new OnnxGraph();
        for (Part part : graph.parts()) {
            if (!(part instanceof Numbers constant)
                    || !wiring.takers(constant.name()).isEmpty()) {
                lean.put(part);
            }
        }
        return lean;
    }
}

package io.kakou.models.convert.proto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** One thing in an ONNX graph. */
public sealed interface Part {
    /** An operator at work. Its name in the file is that of its only output. */
    record Operation(String operator, List<String> inputs, List<Attribute> attributes, String output) implements Part {
        public Operation {
            inputs = List.copyOf(inputs);
            attributes = List.copyOf(attributes);
        }

        /** The same with other values in and another out. */
        public Operation with(List<String> otherInputs, String otherOutput) {
            return new Operation(operator, otherInputs, attributes, otherOutput);
        }

        /**
         * A number that the operator goes by.
         *
         * @throws IllegalArgumentException where it has none of this name
         */
        public float real(String attribute) {
            return attributes.stream()
                    .filter(each -> each.name().equals(attribute))
                    .map(each -> ((Attribute.Real) each).value())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            operator + " " + output + " has no " + attribute + "; allowed: " + attributes));
        }
    }

    /** What an operator goes by. */
    sealed interface Attribute {
        String name();

        record Whole(String name, int value) implements Attribute {}

        record Real(String name, float value) implements Attribute {}

        record Wholes(String name, List<Integer> values) implements Attribute {}
    }

    /**
     * Numbers in the file, which nobody changes.
     *
     * @param shape empty for a single number
     * @param bytes little-endian, row by row
     */
    record Numbers(String name, ElementType type, List<Integer> shape, ByteBuffer bytes) implements Part {
        /** As floats. */
        public float[] floats() {
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
            return values;
        }
    }

    /** A value that whoever runs the model gives. */
    record Given(String name, ElementType type, List<Integer> shape) implements Part {}

    /** A value that the model gives, as floats. */
    record Taken(String name, List<Integer> shape) implements Part {}
}

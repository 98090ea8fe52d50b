package io.kakou.models.convert.proto;

import io.kakou.models.convert.proto.Part.Attribute;
import io.kakou.models.convert.proto.Part.Given;
import io.kakou.models.convert.proto.Part.Numbers;
import io.kakou.models.convert.proto.Part.Operation;
import io.kakou.models.convert.proto.Part.Taken;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An ONNX model being written, node by node in an order in which it can run. */
public final class OnnxGraph {
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> initializers = new HashSet<>();

    /** Starts a node with the given operator; {@link Node#to} ends it. */
    public Node node(String operator, String... inputs) {
        return new Node(operator, List.of(inputs));
    }

    /** What was put in, in that order. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Puts in what another graph had; numbers of a name that is there already are left out. */
    public void put(Part part) {
        if (!(part instanceof Numbers numbers) || initializers.add(numbers.name())) {
            parts.add(part);
        }
    }

    /**
     * Puts numbers into the file once, under their name.
     *
     * @param shape empty for a single number
     * @param values 32-bit, little-endian, row by row
     */
    public String floats(String name, int[] shape, byte[] values) {
        return initializer(name, ElementType.FLOAT, shape, values);
    }

    /** Puts one number into the file. */
    public String number(String name, float value) {
        byte[] bytes = new byte[Float.BYTES];
        little(bytes).putFloat(value);
        return floats(name, new int[0], bytes);
    }

    /** Puts a list of whole numbers into the file: ONNX wants shapes, axes and bounds as 64-bit integers. */
    public String list(String name, int... values) {
        return initializer(name, ElementType.INT64, new int[] {values.length}, longs(values));
    }

    /** Puts one whole number into the file. */
    public String index(String name, int value) {
        return initializer(name, ElementType.INT64, new int[0], longs(value));
    }

    /** A value that whoever runs the model gives. */
    public void input(String name, ElementType type, int[] shape) {
        put(new Given(name, type, boxed(shape)));
    }

    /** A value that the model gives, as floats. */
    public void output(String name, int[] shape) {
        put(new Taken(name, boxed(shape)));
    }

    /** The whole file. */
    public byte[] toBytes(String graphName) {
        return GraphBytes.of(parts, graphName);
    }

    private String initializer(String name, ElementType type, int[] shape, byte[] bytes) {
        put(new Numbers(name, type, boxed(shape), ByteBuffer.wrap(bytes)));
        return name;
    }

    private static List<Integer> boxed(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static byte[] longs(int... values) {
        byte[] bytes = new byte[Long.BYTES * values.length];
        ByteBuffer buffer = little(bytes);
        for (int value : values) {
            buffer.putLong(value);
        }
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** One node being written. */
    public final class Node {
        private final String operator;
        private final List<String> inputs;
        private final List<Attribute> attributes = new ArrayList<>();

        private Node(String operator, List<String> inputs) {
            this.operator = operator;
            this.inputs = inputs;
        }

        /** Adds an attribute. */
        public Node with(String name, int value) {
            attributes.add(new Attribute.Whole(name, value));
            return this;
        }

        /** Adds an attribute. */
        public Node with(String name, float value) {
            attributes.add(new Attribute.Real(name, value));
            return this;
        }

        /** Adds an attribute. */
        public Node with(String name, int[] values) {
            attributes.add(new Attribute.Wholes(name, boxed(values)));
            return this;
        }

        /** Ends the node; it is named after its only output. */
        public String to(String output) {
            put(new Operation(operator, inputs, attributes, output));
            return output;
        }
    }
}

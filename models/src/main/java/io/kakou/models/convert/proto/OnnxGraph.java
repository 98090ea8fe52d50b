package io.kakou.models.convert.proto;

import static io.kakou.models.convert.proto.OnnxFields.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/** An ONNX model being written, node by node in an order in which it can run. */
public final class OnnxGraph {
    private final Message graph = new Message();
    private final Set<String> initializers = new HashSet<>();

    /** Starts a node with the given operator; {@link Node#to} ends it. */
    public Node node(String operator, String... inputs) {
        Message message = new Message();
        for (String input : inputs) {
            message.put(NODE_INPUT, input);
        }
        return new Node(operator, message);
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
        graph.put(GRAPH_INPUT, valueInfo(name, type, shape));
    }

    /** A value that the model gives, as floats. */
    public void output(String name, int[] shape) {
        graph.put(GRAPH_OUTPUT, valueInfo(name, ElementType.FLOAT, shape));
    }

    /** The whole file. */
    public byte[] toBytes(String graphName) {
        return model(graph.put(GRAPH_NAME, graphName));
    }

    static byte[] model(Message graph) {
        return new Message()
                .put(MODEL_IR_VERSION, IR_VERSION)
                .put(MODEL_PRODUCER_NAME, "kakou")
                .put(MODEL_GRAPH, graph)
                .put(MODEL_OPSET_IMPORT, new Message().put(OPSET_VERSION, OPSET))
                .toBytes();
    }

    private String initializer(String name, ElementType type, int[] shape, byte[] bytes) {
        if (initializers.add(name)) {
            graph.put(GRAPH_INITIALIZER, tensor(name, type, shape, bytes));
        }
        return name;
    }

    static Message tensor(String name, ElementType type, int[] shape, byte[] bytes) {
        return new Message()
                .putEach(TENSOR_DIMS, shape)
                .put(TENSOR_DATA_TYPE, type.code())
                .put(TENSOR_NAME, name)
                .put(TENSOR_RAW_DATA, bytes);
    }

    private static Message valueInfo(String name, ElementType type, int[] shape) {
        Message dims = new Message();
        for (int dim : shape) {
            dims.put(SHAPE_DIM, new Message().put(DIM_VALUE, dim));
        }
        Message tensor = new Message().put(TENSOR_TYPE_ELEMENT, type.code()).put(TENSOR_TYPE_SHAPE, dims);
        return new Message().put(VALUE_NAME, name).put(VALUE_TYPE, new Message().put(TYPE_TENSOR, tensor));
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
        private final Message message;

        private Node(String operator, Message message) {
            this.operator = operator;
            this.message = message;
        }

        /** Adds an attribute. */
        public Node with(String name, int value) {
            return attribute(name, ATTRIBUTE_TYPE_INT, new Message().put(ATTRIBUTE_I, (long) value));
        }

        /** Adds an attribute. */
        public Node with(String name, float value) {
            return attribute(name, ATTRIBUTE_TYPE_FLOAT, new Message().put(ATTRIBUTE_F, value));
        }

        /** Adds an attribute. */
        public Node with(String name, int[] values) {
            return attribute(name, ATTRIBUTE_TYPE_INTS, new Message().putEach(ATTRIBUTE_INTS, values));
        }

        /** Ends the node; it is named after its only output. */
        public String to(String output) {
            message.put(NODE_OUTPUT, output).put(NODE_NAME, output).put(NODE_OP_TYPE, operator);
            graph.put(GRAPH_NODE, message);
            return output;
        }

        private Node attribute(String name, int type, Message value) {
            message.put(NODE_ATTRIBUTE, value.put(ATTRIBUTE_NAME, name).put(ATTRIBUTE_TYPE, type));
            return this;
        }
    }
}

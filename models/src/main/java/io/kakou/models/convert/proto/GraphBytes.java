package io.kakou.models.convert.proto;

import static io.kakou.models.convert.proto.OnnxFields.*;

import io.kakou.models.convert.proto.Part.Attribute;
import io.kakou.models.convert.proto.Part.Given;
import io.kakou.models.convert.proto.Part.Numbers;
import io.kakou.models.convert.proto.Part.Operation;
import io.kakou.models.convert.proto.Part.Taken;
import java.util.List;

/** A graph's parts as ONNX's messages, in the order in which they came. */
final class GraphBytes {
    private GraphBytes() {}

    static byte[] of(List<Part> parts, String name) {
        Message graph = new Message();
        for (Part part : parts) {
            put(graph, part);
        }
        graph.put(GRAPH_NAME, name);
        return new Message()
                .put(MODEL_IR_VERSION, IR_VERSION)
                .put(MODEL_PRODUCER_NAME, "kakou")
                .put(MODEL_GRAPH, graph)
                .put(MODEL_OPSET_IMPORT, new Message().put(OPSET_VERSION, OPSET))
                .toBytes();
    }

    private static void put(Message graph, Part part) {
        if (part instanceof Operation operation) {
            graph.put(GRAPH_NODE, node(operation));
        } else if (part instanceof Numbers numbers) {
            graph.put(GRAPH_INITIALIZER, tensor(numbers));
        } else if (part instanceof Given given) {
            graph.put(GRAPH_INPUT, value(given.name(), given.type(), given.shape()));
        } else if (part instanceof Taken taken) {
            graph.put(GRAPH_OUTPUT, value(taken.name(), ElementType.FLOAT, taken.shape()));
        }
    }

    private static Message node(Operation operation) {
        Message node = new Message();
        operation.inputs().forEach(input -> node.put(NODE_INPUT, input));
        operation.attributes().forEach(attribute -> node.put(NODE_ATTRIBUTE, attribute(attribute)));
        return node.put(NODE_OUTPUT, operation.output())
                .put(NODE_NAME, operation.output())
                .put(NODE_OP_TYPE, operation.operator());
    }

    private static Message attribute(Attribute attribute) {
        Message message = new Message();
        int type;
        if (attribute instanceof Attribute.Whole whole) {
            message.put(ATTRIBUTE_I, (long) whole.value());
            type = ATTRIBUTE_TYPE_INT;
        } else if (attribute instanceof Attribute.Real real) {
            message.put(ATTRIBUTE_F, real.value());
            type = ATTRIBUTE_TYPE_FLOAT;
        } else {
            ((Attribute.Wholes) attribute).values().forEach(value -> message.put(ATTRIBUTE_INTS, (long) value));
            type = ATTRIBUTE_TYPE_INTS;
        }
        return message.put(ATTRIBUTE_NAME, attribute.name()).put(ATTRIBUTE_TYPE, type);
    }

    private static Message tensor(Numbers numbers) {
        byte[] bytes = new byte[numbers.bytes().remaining()];
        numbers.bytes().duplicate().get(bytes);
        Message tensor = new Message();
        numbers.shape().forEach(dim -> tensor.put(TENSOR_DIMS, (long) dim));
        return tensor.put(TENSOR_DATA_TYPE, numbers.type().code())
                .put(TENSOR_NAME, numbers.name())
                .put(TENSOR_RAW_DATA, bytes);
    }

    private static Message value(String name, ElementType type, List<Integer> shape) {
        Message dims = new Message();
        shape.forEach(dim -> dims.put(SHAPE_DIM, new Message().put(DIM_VALUE, dim)));
        Message tensor = new Message().put(TENSOR_TYPE_ELEMENT, type.code()).put(TENSOR_TYPE_SHAPE, dims);
        return new Message().put(VALUE_NAME, name).put(VALUE_TYPE, new Message().put(TYPE_TENSOR, tensor));
    }
}

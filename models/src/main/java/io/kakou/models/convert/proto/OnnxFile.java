package io.kakou.models.convert.proto;

import static io.kakou.models.convert.proto.OnnxFields.*;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An ONNX model as {@link OnnxGraph} writes it, read back to be worked on. One thread. */
public final class OnnxFile {
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    private final List<ByteString> inputs;
    private final List<ByteString> outputs;
    private final String name;

    private OnnxFile(UnknownFieldSet graph) throws InvalidProtocolBufferException {
        for (ByteString node : graph.getField(GRAPH_NODE).getLengthDelimitedList()) {
            nodes.add(node(UnknownFieldSet.parseFrom(node)));
        }
        for (ByteString tensor : graph.getField(GRAPH_INITIALIZER).getLengthDelimitedList()) {
            UnknownFieldSet fields = UnknownFieldSet.parseFrom(tensor);
            tensors.put(text(fields, TENSOR_NAME), tensor(fields));
        }
        this.inputs = graph.getField(GRAPH_INPUT).getLengthDelimitedList();
        this.outputs = new ArrayList<>(graph.getField(GRAPH_OUTPUT).getLengthDelimitedList());
        this.name = text(graph, GRAPH_NAME);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where the bytes are no file of {@link OnnxGraph}'s
     */
    public static OnnxFile read(byte[] onnx) {
        try {
            UnknownFieldSet model = UnknownFieldSet.parseFrom(onnx);
            return new OnnxFile(UnknownFieldSet.parseFrom(only(model, MODEL_GRAPH)));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(onnx.length + " bytes are no ONNX file", e);
        }
    }

    /** The nodes in an order in which they can run; may be changed. */
    public List<OnnxNode> nodes() {
        return nodes;
    }

    /** The numbers by name; may be changed. */
    public Map<String, OnnxTensor> tensors() {
        return tensors;
    }

    /**
     * Numbers that must be there.
     *
     * @throws IllegalArgumentException where they are not
     */
    public OnnxTensor tensor(String tensor) {
        OnnxTensor numbers = tensors.get(tensor);
        if (numbers == null) {
            throw new IllegalArgumentException("no numbers named " + tensor + " in " + name);
        }
        return numbers;
    }

    /** Names of what the model gives. */
    public List<String> outputs() {
        return outputs.stream().map(OnnxFile::valueName).toList();
    }

    /** Gives these values, floats, and nothing else. */
    public void setOutputs(List<String> names) {
        outputs.clear();
        Message type = new Message().put(TYPE_TENSOR, new Message().put(TENSOR_TYPE_ELEMENT, ElementType.FLOAT.code()));
        for (String each : names) {
            Message value = new Message().put(VALUE_NAME, each).put(VALUE_TYPE, type);
            outputs.add(ByteString.copyFrom(value.toBytes()));
        }
    }

    /** The whole file, without numbers that no node takes; the same bytes for the same contents. */
    public byte[] toBytes() {
        Message graph = new Message();
        nodes.forEach(node -> graph.put(GRAPH_NODE, message(node)));
        graph.put(GRAPH_NAME, name);
        List<String> used = nodes.stream()
                .flatMap(node -> node.inputs().stream())
                .distinct()
                .toList();
        used.stream().filter(tensors::containsKey).forEach(each -> graph.put(GRAPH_INITIALIZER, message(each)));
        inputs.forEach(value -> graph.put(GRAPH_INPUT, value.toByteArray()));
        outputs.forEach(value -> graph.put(GRAPH_OUTPUT, value.toByteArray()));
        return OnnxGraph.model(graph);
    }

    private Message message(String tensor) {
        OnnxTensor numbers = tensor(tensor);
        return OnnxGraph.tensor(tensor, numbers.type(), numbers.shape(), numbers.bytes());
    }

    private static Message message(OnnxNode node) {
        Message message = new Message();
        node.inputs().forEach(input -> message.put(NODE_INPUT, input));
        node.attributes().forEach(attribute -> message.put(NODE_ATTRIBUTE, attribute.toByteArray()));
        return message.put(NODE_OUTPUT, node.output())
                .put(NODE_NAME, node.output())
                .put(NODE_OP_TYPE, node.operator());
    }

    private static OnnxNode node(UnknownFieldSet fields) throws InvalidProtocolBufferException {
        List<String> inputs = fields.getField(NODE_INPUT).getLengthDelimitedList().stream()
                .map(ByteString::toStringUtf8)
                .toList();
        return new OnnxNode(
                text(fields, NODE_OP_TYPE),
                inputs,
                text(fields, NODE_OUTPUT),
                fields.getField(NODE_ATTRIBUTE).getLengthDelimitedList());
    }

    private static OnnxTensor tensor(UnknownFieldSet fields) throws InvalidProtocolBufferException {
        int[] shape = fields.getField(TENSOR_DIMS).getVarintList().stream()
                .mapToInt(Math::toIntExact)
                .toArray();
        long code = fields.getField(TENSOR_DATA_TYPE).getVarintList().stream()
                .findFirst()
                .orElse(0L);
        ElementType type = Arrays.stream(ElementType.values())
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow(() -> new InvalidProtocolBufferException("numbers of type " + code));
        return new OnnxTensor(type, shape, only(fields, TENSOR_RAW_DATA).toByteArray());
    }

    private static String valueName(ByteString value) {
        try {
            return text(UnknownFieldSet.parseFrom(value), VALUE_NAME);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an output that is none", e);
        }
    }

    private static String text(UnknownFieldSet fields, int number) throws InvalidProtocolBufferException {
        return only(fields, number).toStringUtf8();
    }

    private static ByteString only(UnknownFieldSet fields, int number) throws InvalidProtocolBufferException {
        Field field = fields.getField(number);
        if (field.getLengthDelimitedList().size() != 1) {
            throw new InvalidProtocolBufferException("field " + number + " comes "
                    + field.getLengthDelimitedList().size() + " times; allowed: once");
        }
        return field.getLengthDelimitedList().get(0);
    }
}

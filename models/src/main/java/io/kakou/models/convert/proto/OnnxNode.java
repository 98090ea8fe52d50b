package io.kakou.models.convert.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of an ONNX file.
 *
 * @param inputs names of values
 * @param output its first output, the only one that nodes of these files have
 * @param attributes as they lie in the file
 */
public record OnnxNode(String operator, List<String> inputs, String output, List<ByteString> attributes) {
    public OnnxNode {
        inputs = List.copyOf(inputs);
        attributes = List.copyOf(attributes);
    }

    /** One without attributes. */
    public static OnnxNode of(String operator, String output, String... inputs) {
        return new OnnxNode(operator, List.of(inputs), output, List.of());
    }

    public boolean is(String word) {
        return operator.equals(word);
    }

    public OnnxNode withInputs(List<String> others) {
        return new OnnxNode(operator, others, output, attributes);
    }

    public OnnxNode withOutput(String other) {
        return new OnnxNode(operator, inputs, other, attributes);
    }

    /** With one attribute more, a whole number. */
    public OnnxNode with(String name, int value) {
        Message attribute = new Message()
                .put(OnnxFields.ATTRIBUTE_I, (long) value)
                .put(OnnxFields.ATTRIBUTE_NAME, name)
                .put(OnnxFields.ATTRIBUTE_TYPE, OnnxFields.ATTRIBUTE_TYPE_INT);
        List<ByteString> more = new ArrayList<>(attributes);
        more.add(ByteString.copyFrom(attribute.toBytes()));
        return new OnnxNode(operator, inputs, output, more);
    }

    /**
     * An attribute that is a real number.
     *
     * @throws IllegalArgumentException where there is none of that name
     */
    public float real(String name) {
        for (ByteString attribute : attributes) {
            UnknownFieldSet fields = parsed(attribute);
            boolean named = fields.getField(OnnxFields.ATTRIBUTE_NAME)
                    .getLengthDelimitedList()
                    .contains(ByteString.copyFromUtf8(name));
            if (named) {
                return Float.intBitsToFloat(
                        fields.getField(OnnxFields.ATTRIBUTE_F).getFixed32List().get(0));
            }
        }
        throw new IllegalArgumentException("node " + output + " has no attribute " + name);
    }

    private static UnknownFieldSet parsed(ByteString attribute) {
        try {
            return UnknownFieldSet.parseFrom(attribute);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("an attribute that is none", e);
        }
    }
}

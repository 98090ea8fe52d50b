package io.kakou.models.convert.proto;

/** {@code TensorProto.DataType}. */
public enum ElementType {
    FLOAT(1),
    UINT8(2),
    INT8(3),
    INT32(6),
    INT64(7);

    private final int code;

    ElementType(int code) {
        this.code = code;
    }

    /** What attributes and types say for it. */
    public int code() {
        return code;
    }
}

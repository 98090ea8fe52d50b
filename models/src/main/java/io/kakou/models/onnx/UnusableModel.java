package io.kakou.models.onnx;

/** A file that is no ONNX model this machine can run; the message names the file. */
public final class UnusableModel extends Exception {
    private static final long serialVersionUID = 1L;

    public UnusableModel(String message) {
        super(message);
    }

    public UnusableModel(String message, Throwable cause) {
        super(message, cause);
    }
}

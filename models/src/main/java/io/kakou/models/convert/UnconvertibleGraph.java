package io.kakou.models.convert;

/** A graph that cannot become an ONNX model; the message names the node, what it holds, and what is allowed. */
public class UnconvertibleGraph extends Exception {
    private static final long serialVersionUID = 1L;

    UnconvertibleGraph(String message) {
        super(message);
    }

    UnconvertibleGraph(String message, Throwable cause) {
        super(message, cause);
    }
}

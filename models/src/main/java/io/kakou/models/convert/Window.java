package io.kakou.models.convert;

/**
 * How a kernel moves along one axis.
 *
 * @param length of the output
 * @param before zeros before the first number
 * @param after zeros behind the last
 */
record Window(int length, int before, int after) {
    /** TensorFlow's {@code SAME}, where the odd zero goes after, and {@code VALID}, which has none. */
    static Window of(GraphNode node, int length, int kernel, int stride) throws UnconvertibleGraph {
        String padding = node.text("padding");
        if (padding.equals("VALID")) {
            return new Window((length - kernel) / stride + 1, 0, 0);
        }
        if (!padding.equals("SAME")) {
            throw node.refuses("padding", padding, "SAME, VALID");
        }
        int out = (length + stride - 1) / stride;
        int zeros = Math.max(0, (out - 1) * stride + kernel - length);
        return new Window(out, zeros / 2, zeros - zeros / 2);
    }
}

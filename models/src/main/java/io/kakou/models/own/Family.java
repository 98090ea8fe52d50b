package io.kakou.models.own;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a model's numbers are read. */
enum Family {
    /**
     * YOLOX: planes of 0 to 255 in, the picture at the top left and grey 114 beside it; for each cell of strides 8, 16 and
     * 32: centre, size, objectness and classes out, undecoded.
     *
     * @see <a href="https://arxiv.org/abs/2107.08430">Ge et al., YOLOX: Exceeding YOLO Series in 2021</a>
     */
    YOLOX;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words() {
        return Arrays.stream(values()).map(Family::word).collect(Collectors.joining(", "));
    }
}

package io.kakou.models.own;

import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.Size;
import io.kakou.models.decoding.Candidates;
import io.kakou.models.decoding.Kept;
import java.nio.FloatBuffer;
import java.util.List;

/** YOLOX's numbers to detections: [1, cells, 5 + classes], cells of stride 8 first, row by row. */
final class YoloxDecoder {
    private static final int[] STRIDES = {8, 16, 32};
    /** Centre, size, objectness. */
    private static final int BOX = 5;

    private final Size input;
    private final List<String> labels;
    private final Kept kept;

    YoloxDecoder(Size input, List<String> labels, Kept kept) {
        this.input = input;
        this.labels = labels;
        this.kept = kept;
    }

    /** How many numbers the model must give. */
    int values() {
        int cells = 0;
        for (int stride : STRIDES) {
            cells += (input.width() / stride) * (input.height() / stride);
        }
        return cells * (BOX + labels.size());
    }

    /**
     * Decodes one picture.
     *
     * @param width of the picture, in pixels of the input
     * @param height likewise
     */
    List<Detection> decode(FloatBuffer out, double width, double height) {
        Candidates found = new Candidates();
        int cell = 0;
        for (int stride : STRIDES) {
            int columns = input.width() / stride;
            for (int i = 0; i < columns * (input.height() / stride); i++, cell++) {
                add(out, cell, new Grid(i % columns, i / columns, stride), width, height, found);
            }
        }
        return found.best(kept);
    }

    private record Grid(int x, int y, int stride) {}

    private void add(FloatBuffer out, int cell, Grid grid, double width, double height, Candidates found) {
        int at = cell * (BOX + labels.size());
        float objectness = out.get(at + 4);
        if (objectness < kept.minScore()) {
            return;
        }
        Box box = box(out, at, grid, width, height);
        for (int id = 0; id < labels.size(); id++) {
            double score = (double) objectness * out.get(at + BOX + id);
            if (score >= kept.minScore()) {
                found.add(id, cell, labels.get(id), score, box);
            }
        }
    }

    private static Box box(FloatBuffer out, int at, Grid grid, double width, double height) {
        double x = (out.get(at) + grid.x()) * grid.stride();
        double y = (out.get(at + 1) + grid.y()) * grid.stride();
        double halfWidth = Math.exp(out.get(at + 2)) * grid.stride() / 2;
        double halfHeight = Math.exp(out.get(at + 3)) * grid.stride() / 2;
        return Box.clipped(
                (x - halfWidth) / width, (y - halfHeight) / height, (x + halfWidth) / width, (y + halfHeight) / height);
    }
}

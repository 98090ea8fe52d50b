package io.kakou.models.weights;

import io.kakou.models.Size;
import io.kakou.models.convert.GraphModel;
import io.kakou.models.convert.UnconvertibleGraph;

/**
 * The detector's anchors laid out anew for a picture of another size. They keep their size in pixels, which is what the
 * convolutions were trained on, so that a larger input finds smaller things.
 *
 * @see <a href="https://arxiv.org/abs/1512.02325">Liu et al., SSD</a>, section 2.2
 */
final class Anchors {
    /** Sizes of the six grids at 300×300: 1917 anchors. */
    private static final int STOCK = 300;

    private static final int[] STOCK_GRIDS = {19, 10, 5, 3, 2, 1};
    private static final int[] A_CELL = {3, 6, 6, 6, 6, 6};
    private static final int FIRST_STRIDE = 16;
    private static final String BOXES = "Postprocessor/ExpandDims";
    private static final String COUNT = "MultipleGridAnchorGenerator/assert_equal/x";
    private static final int CORNERS = 4;

    private Anchors() {}

    /** The graph with anchors for {@code size}; as it was where that is its own. */
    static GraphModel of(GraphModel graph, Size size) throws UnconvertibleGraph {
        if (size.width() == STOCK && size.height() == STOCK) {
            return graph;
        }
        float[] boxes = laidOut(graph.floats(BOXES), size);
        int count = boxes.length / CORNERS;
        GraphModel laid = graph.withFloats(BOXES, boxes, 1, count, CORNERS).withNumber(COUNT, count);
        for (int layer = 0; layer < A_CELL.length; layer++) {
            laid = laid.withNumber("BoxPredictor_" + layer + "/stack/1", count(size, layer));
        }
        return laid;
    }

    /**
     * Boxes for a size from those at 300×300.
     *
     * @param stock top, left, bottom, right of each, relative to the picture; and so what is returned
     */
    static float[] laidOut(float[] stock, Size size) {
        float[] boxes = new float[CORNERS * count(size)];
        int from = 0;
        int to = 0;
        for (int layer = 0; layer < STOCK_GRIDS.length; layer++) {
            int rows = cells(size.height(), layer);
            int columns = cells(size.width(), layer);
            for (int cell = 0; cell < rows * columns; cell++) {
                int row = cell / columns;
                int column = cell % columns;
                float y = (row + 0.5f) / rows;
                float x = (column + 0.5f) / columns;
                for (int i = 0; i < A_CELL[layer]; i++, to += CORNERS) {
                    int at = from + CORNERS * i;
                    float halfHeight = (stock[at + 2] - stock[at]) / 2 * STOCK / size.height();
                    float halfWidth = (stock[at + 3] - stock[at + 1]) / 2 * STOCK / size.width();
                    boxes[to] = y - halfHeight;
                    boxes[to + 1] = x - halfWidth;
                    boxes[to + 2] = y + halfHeight;
                    boxes[to + 3] = x + halfWidth;
                }
            }
            from += CORNERS * A_CELL[layer] * STOCK_GRIDS[layer] * STOCK_GRIDS[layer];
        }
        return boxes;
    }

    private static int count(Size size) {
        int count = 0;
        for (int layer = 0; layer < A_CELL.length; layer++) {
            count += count(size, layer);
        }
        return count;
    }

    private static int count(Size size, int layer) {
        return A_CELL[layer] * cells(size.height(), layer) * cells(size.width(), layer);
    }

    /** Each grid halves the one before, rounded up. */
    private static int cells(int length, int layer) {
        int stride = FIRST_STRIDE << layer;
        return (length + stride - 1) / stride;
    }
}

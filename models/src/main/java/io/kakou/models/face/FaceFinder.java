package io.kakou.models.face;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/**
 * BlazeFace's numbers as faces. Its 896 places lie on two grids over 256×256: two at each cell of 16 pixels, six at each of
 * 32 (MediaPipe's {@code face_detection_full_range}: anchors of fixed size, offsets in pixels).
 */
final class FaceFinder {
    static final int SIDE = 256;
    private static final int COORDINATES = 16;

    private FaceFinder() {}

    /** One grid: how far apart its cells are, and how many places each has. */
    private record Grid(int stride, int places) {
        int cells() {
            return SIDE / stride;
        }
    }

    private static final List<Grid> GRIDS = List.of(new Grid(16, 2), new Grid(32, 6));

    /**
     * The surest face.
     *
     * @param outputs scores of both grids, then boxes of both grids
     * @param side of the square that was looked at, in the pixels that are asked for
     * @param least score, 0 to 1
     */
    static Optional<Face> best(List<FloatBuffer> outputs, double side, double least) {
        Face best = null;
        for (int g = 0; g < GRIDS.size(); g++) {
            FloatBuffer scores = outputs.get(g);
            for (int i = 0; i < scores.limit(); i++) {
                double score = 1 / (1 + Math.exp(-scores.get(i)));
                if (score >= least && (best == null || score > best.score())) {
                    best = face(GRIDS.get(g), i, outputs.get(g + GRIDS.size()), score);
                }
            }
        }
        return Optional.ofNullable(best).map(face -> face.scaled(side / SIDE));
    }

    private static Face face(Grid grid, int index, FloatBuffer boxes, double score) {
        int cell = index / grid.places();
        double x = (cell % grid.cells() + 0.5) * grid.stride();
        int row = cell / grid.cells();
        double y = (row + 0.5) * grid.stride();
        int at = index * COORDINATES;
        double across = boxes.get(at + 6) - boxes.get(at + 4);
        double down = boxes.get(at + 7) - boxes.get(at + 5);
        return new Face(
                x + boxes.get(at),
                y + boxes.get(at + 1),
                (boxes.get(at + 2) + boxes.get(at + 3)) / 2,
                Math.atan2(down, across),
                score);
    }
}

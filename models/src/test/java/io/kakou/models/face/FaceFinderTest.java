package io.kakou.models.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers as the model gives them; all scores far below 0 unless told. */
class FaceFinderTest {
    private final FloatBuffer fineScores = FloatBuffer.allocate(512);
    private final FloatBuffer coarseScores = FloatBuffer.allocate(384);
    private final FloatBuffer fine = FloatBuffer.allocate(512 * 16);
    private final FloatBuffer coarse = FloatBuffer.allocate(384 * 16);

    @BeforeEach
    void nobody() {
        Arrays.fill(fineScores.array(), -20);
        Arrays.fill(coarseScores.array(), -20);
    }

    @Test
    void where_no_score_is_high_there_is_no_face() {
        fineScores.put(7, 1.3f);
        assertThat(FaceFinder.best(outputs(), 256, 0.8)).isEmpty();
    }

    @Test
    void a_place_of_the_fine_grid_is_its_cells_middle_and_the_offset() {
        int place = (3 * 16 + 5) * 2 + 1;
        fineScores.put(place, 3);
        put(fine, place, 4, -2, 40, 44);
        Face face = FaceFinder.best(outputs(), 256, 0.8).orElseThrow();
        assertThat(face.x()).isEqualTo(5.5 * 16 + 4);
        assertThat(face.y()).isEqualTo(3.5 * 16 - 2);
        assertThat(face.side()).isEqualTo(42);
        assertThat(face.turn()).isZero();
        assertThat(face.score()).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-9));
    }

    @Test
    void the_surest_of_both_grids_is_told_in_the_pixels_of_the_square() {
        int place = (2 * 8 + 1) * 6 + 4;
        fineScores.put(0, 2);
        coarseScores.put(place, 4);
        put(coarse, place, 0, 0, 100, 100);
        Face face = FaceFinder.best(outputs(), 128, 0.8).orElseThrow();
        assertThat(face.x()).isEqualTo(1.5 * 32 / 2);
        assertThat(face.y()).isEqualTo(2.5 * 32 / 2);
        assertThat(face.side()).isEqualTo(50);
    }

    @Test
    void a_head_that_leans_is_told_by_its_eyes() {
        fineScores.put(0, 3);
        put(fine, 0, 0, 0, 40, 40);
        fine.put(4, -10).put(5, -10).put(6, 10).put(7, 10);
        assertThat(FaceFinder.best(outputs(), 256, 0.8).orElseThrow().turn()).isCloseTo(Math.PI / 4, within(1e-6));
    }

    private List<FloatBuffer> outputs() {
        return List.of(fineScores, coarseScores, fine, coarse);
    }

    /** The eyes level. */
    private static void put(FloatBuffer boxes, int place, float x, float y, float width, float height) {
        boxes.put(place * 16, new float[] {x, y, width, height, x - 9, y, x + 9, y});
    }
}

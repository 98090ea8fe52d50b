package io.kakou.analysis.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final double NO = Assignment.FORBIDDEN;

    @Test
    void the_cheapest_pairs_together_win_over_the_cheapest_pair() {
        assertThat(Assignment.solve(new double[][] {{0.1, 0.2}, {0.15, 0.9}}, 2))
                .containsExactly(1, 0);
    }

    @Test
    void a_forbidden_pair_is_never_made() {
        assertThat(Assignment.solve(new double[][] {{NO, NO}, {0.5, NO}}, 2)).containsExactly(-1, 0);
    }

    @Test
    void more_rows_than_columns_leave_rows_alone() {
        assertThat(Assignment.solve(new double[][] {{0.5}, {0.1}, {0.3}}, 1)).containsExactly(-1, 0, -1);
    }

    @Test
    void nothing_on_either_side_is_nothing() {
        assertThat(Assignment.solve(new double[0][], 3)).isEmpty();
        assertThat(Assignment.solve(new double[][] {{}, {}}, 0)).containsExactly(-1, -1);
    }

    @Test
    void equals_the_best_of_all_permutations() {
        Random random = new Random(7);
        for (int n = 0; n < 300; n++) {
            double[][] cost = randomCosts(random, 1 + random.nextInt(5), 1 + random.nextInt(5));
            int columns = cost[0].length;
            assertThat(total(cost, Assignment.solve(cost, columns)))
                    .isEqualTo(best(cost, 0, new boolean[columns]), org.assertj.core.api.Assertions.within(1e-6));
        }
    }

    private static double[][] randomCosts(Random random, int rows, int columns) {
        double[][] cost = new double[rows][columns];
        for (double[] row : cost) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextInt(4) == 0 ? NO : random.nextDouble();
            }
        }
        return cost;
    }

    private static double total(double[][] cost, int[] columnOf) {
        double total = 0;
        for (int row = 0; row < cost.length; row++) {
            total += columnOf[row] < 0 ? NO : cost[row][columnOf[row]];
        }
        return total;
    }

    private static double best(double[][] cost, int row, boolean[] taken) {
        if (row == cost.length) {
            return 0;
        }
        double best = NO + best(cost, row + 1, taken);
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j] && cost[row][j] < NO) {
                taken[j] = true;
                best = Math.min(best, cost[row][j] + best(cost, row + 1, taken));
                taken[j] = false;
            }
        }
        return best;
    }
}

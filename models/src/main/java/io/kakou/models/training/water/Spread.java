package io.kakou.models.training.water;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How pictures of one kind differ among themselves: the covariance of their features within groups, each group around its
 * own mean. Held as deviations and the Cholesky factor of the correlations with a ridge.
 */
final class Spread {
    private final double[] deviations;
    private final double[][] correlations;
    private final double[][] factor;

    /**
     * A spread.
     *
     * @param groups the features of each group's members; groups of one say nothing
     * @param ridge is added to each feature's correlation with itself, 1; more: features count more for themselves
     */
    Spread(Collection<List<float[]>> groups, double ridge) {
        List<double[]> rests = new ArrayList<>();
        groups.stream().filter(group -> group.size() > 1).forEach(group -> rests.addAll(rests(group)));
        if (rests.isEmpty()) {
            throw new IllegalArgumentException("no group has two members; allowed: one or more that have");
        }
        int width = rests.get(0).length;
        this.correlations = covariances(rests, width);
        this.deviations = new double[width];
        for (int i = 0; i < width; i++) {
            deviations[i] = Math.sqrt(Math.max(correlations[i][i], Double.MIN_NORMAL));
        }
        double[][] ridged = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                correlations[i][j] /= deviations[i] * deviations[j];
                ridged[i][j] = correlations[i][j] + (i == j ? ridge : 0);
            }
        }
        this.factor = cholesky(ridged);
    }

    private static List<double[]> rests(List<float[]> group) {
        double[] mean = mean(group);
        List<double[]> rests = new ArrayList<>();
        for (float[] one : group) {
            double[] rest = new double[mean.length];
            for (int i = 0; i < mean.length; i++) {
                rest[i] = one[i] - mean[i];
            }
            rests.add(rest);
        }
        return rests;
    }

    static double[] mean(List<float[]> group) {
        double[] mean = new double[group.get(0).length];
        for (float[] one : group) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one[i] / (double) group.size();
            }
        }
        return mean;
    }

    private static double[][] covariances(List<double[]> rests, int width) {
        double[][] sums = new double[width][width];
        for (double[] rest : rests) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    sums[i][j] += rest[i] * rest[j] / rests.size();
                }
            }
        }
        return sums;
    }

    /** Lower triangle; Golub and Van Loan, Matrix Computations, 4th ed., section 4.2. */
    private static double[][] cholesky(double[][] matrix) {
        int width = matrix.length;
        double[][] lower = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return lower;
    }

    /**
     * Weights under which a difference stands out most against this spread, and under which pictures of one group deviate
     * by 1: Fisher's linear discriminant.
     */
    double[] weightsFor(double[] difference) {
        double[] solved = solve(difference);
        double variance = 0;
        for (int i = 0; i < solved.length; i++) {
            for (int j = 0; j < solved.length; j++) {
                variance += solved[i] * solved[j] * correlations[i][j];
            }
        }
        double scale = Math.sqrt(Math.max(variance, Double.MIN_NORMAL));
        for (int i = 0; i < solved.length; i++) {
            solved[i] /= scale * deviations[i];
        }
        return solved;
    }

    /** Forward, then backward; in features that all deviate by 1. */
    private double[] solve(double[] difference) {
        int width = difference.length;
        double[] solved = new double[width];
        for (int i = 0; i < width; i++) {
            double rest = difference[i] / deviations[i];
            for (int k = 0; k < i; k++) {
                rest -= factor[i][k] * solved[k];
            }
            solved[i] = rest / factor[i][i];
        }
        for (int i = width - 1; i >= 0; i--) {
            double rest = solved[i];
            for (int k = i + 1; k < width; k++) {
                rest -= factor[k][i] * solved[k];
            }
            solved[i] = rest / factor[i][i];
        }
        return solved;
    }
}

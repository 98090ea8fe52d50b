package io.kakou.analysis.stature;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A plane through heights by weighted least squares of their relative errors. */
record Plane(double middle, double perFoot, double perX) {
    /** Holds the slopes where people only ever walk along one line: weak against a few people seen elsewhere. */
    private static final double HOLD_FOOT = 0.0002;

    private static final double HOLD_X = 0.004;

    double at(Standing one) {
        return Math.max(0.01, middle + perFoot * (one.foot() - 0.5) + perX * (one.x() - 0.5));
    }

    /** How tall somebody is against the plane, 1 for just so. */
    double ratio(Standing one) {
        return one.height() / at(one);
    }

    Plane times(double factor) {
        return new Plane(middle * factor, perFoot * factor, perX * factor);
    }

    /** The plane nearest to these by these weights. */
    static Plane through(List<Standing> seen, ToDoubleFunction<Standing> weight) {
        double[][] normal = new double[3][4];
        double total = 0;
        for (Standing one : seen) {
            double w = weight.applyAsDouble(one);
            double[] row = {1, one.foot() - 0.5, one.x() - 0.5, one.height()};
            total += w;
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 4; j++) {
                    normal[i][j] += w * row[i] * row[j];
                }
            }
        }
        normal[1][1] += total * HOLD_FOOT;
        normal[2][2] += total * HOLD_X;
        double[] solved = solved(normal);
        return new Plane(solved[0], solved[1], solved[2]);
    }

    /** Gauss without exchanging rows: the matrix is symmetric and positive. */
    private static double[] solved(double[][] m) {
        for (int i = 0; i < 3; i++) {
            for (int k = i + 1; k < 3; k++) {
                double factor = m[k][i] / m[i][i];
                for (int j = i; j < 4; j++) {
                    m[k][j] -= factor * m[i][j];
                }
            }
        }
        double c = m[2][3] / m[2][2];
        double b = (m[1][3] - m[1][2] * c) / m[1][1];
        double a = (m[0][3] - m[0][1] * b - m[0][2] * c) / m[0][0];
        return new double[] {a, b, c};
    }
}

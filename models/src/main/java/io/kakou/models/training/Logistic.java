package io.kakou.models.training;

/**
 * A logistic regression under an L2 penalty on standardised features, with both classes weighing the same. Full-batch
 * L-BFGS (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithms 7.4 and 3.1 with backtracking), so the same cells
 * give the same weights.
 */
public final class Logistic {
    /** Added to every feature's deviation: a feature that is nearly always 0 must not count for much once it is not. */
    private static final float LEAST_DEVIATION = 0.05f;

    private final Settings settings;

    Logistic(Settings settings) {
        this.settings = settings;
    }

    /**
     * How it is fitted.
     *
     * @param penalty on the squared weights, per thousand cells; more: simpler, less sure
     * @param steps of L-BFGS at most; few are a penalty of their own
     */
    record Settings(double penalty, int steps) {}

    /** What is fitted: {@code bias + Σ weights · features}, on features as they are; positive means yes. */
    public static final class Fit {
        private final float[] weights;
        private final float bias;

        public Fit(float[] weights, float bias) {
            this.weights = weights;
            this.bias = bias;
        }

        public float at(float[] features) {
            float sum = bias;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * features[i];
            }
            return sum;
        }

        public float[] weights() {
            return weights.clone();
        }

        public float bias() {
            return bias;
        }
    }

    Fit fit(Cells cells) {
        int width = cells.width();
        float[] mean = new float[width];
        float[] deviation = new float[width];
        spread(cells, mean, deviation);
        double penalty = settings.penalty() * cells.size() / 1000;
        Loss loss = new Loss(cells.standardised(mean, deviation), cells.truths(), penalty);
        double[] at = new Descent(loss, settings.steps()).from(new double[width + 1]);
        float[] weights = new float[width];
        double bias = at[width];
        for (int i = 0; i < width; i++) {
            weights[i] = (float) (at[i] / deviation[i]);
            bias -= at[i] * mean[i] / deviation[i];
        }
        return new Fit(weights, (float) bias);
    }

    private static void spread(Cells cells, float[] mean, float[] deviation) {
        int width = mean.length;
        double[] sum = new double[width];
        double[] squares = new double[width];
        for (float[] cell : cells.features()) {
            for (int i = 0; i < width; i++) {
                sum[i] += cell[i];
                squares[i] += (double) cell[i] * cell[i];
            }
        }
        for (int i = 0; i < width; i++) {
            mean[i] = (float) (sum[i] / cells.size());
            double variance = squares[i] / cells.size() - (double) mean[i] * mean[i];
            deviation[i] = (float) Math.sqrt(Math.max(0, variance)) + LEAST_DEVIATION;
        }
    }

    /** The loss and its gradient. */
    static final class Loss {
        private final float[][] features;
        private final boolean[] truths;
        private final double penalty;
        private final double weightOfYes;
        private final double weightOfNo;

        Loss(float[][] features, boolean[] truths, double penalty) {
            this.features = features;
            this.truths = truths;
            this.penalty = penalty;
            int yes = 0;
            for (boolean truth : truths) {
                yes += truth ? 1 : 0;
            }
            this.weightOfYes = truths.length / (2.0 * Math.max(1, yes));
            this.weightOfNo = truths.length / (2.0 * Math.max(1, truths.length - yes));
        }

        double at(double[] place, double[] gradient) {
            int width = place.length - 1;
            float[] weights = new float[width];
            double total = 0;
            for (int i = 0; i < width; i++) {
                weights[i] = (float) place[i];
                gradient[i] = penalty * place[i];
                total += penalty * place[i] * place[i] / 2;
            }
            float[] sum = new float[width];
            double bias = 0;
            for (int row = 0; row < features.length; row++) {
                double margin = (truths[row] ? 1 : -1) * (place[width] + dot(weights, features[row]));
                double weight = truths[row] ? weightOfYes : weightOfNo;
                total += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
                float pull = (float) ((truths[row] ? -1 : 1) * weight / (1 + Math.exp(margin)));
                add(sum, features[row], pull);
                bias += pull;
            }
            for (int i = 0; i < width; i++) {
                gradient[i] += sum[i];
            }
            gradient[width] = bias;
            return total;
        }

        /** Four sums, for one alone waits for itself. */
        private static float dot(float[] weights, float[] row) {
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            int whole = row.length & ~3;
            for (int i = 0; i < whole; i += 4) {
                a += weights[i] * row[i];
                b += weights[i + 1] * row[i + 1];
                c += weights[i + 2] * row[i + 2];
                d += weights[i + 3] * row[i + 3];
            }
            for (int i = whole; i < row.length; i++) {
                a += weights[i] * row[i];
            }
            return a + b + c + d;
        }

        private static void add(float[] sum, float[] row, float factor) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factor * row[i];
            }
        }
    }
}

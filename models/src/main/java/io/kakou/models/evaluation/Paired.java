package io.kakou.models.evaluation;

/**
 * Two ways of judging on the same pictures.
 *
 * @param both how many both got right
 * @param onlyFirst how many only the first got right; {@code onlySecond} likewise
 * @param neither how many neither got right
 * @param chance that the two differ so much or more where neither is better: McNemar's test, exact, two-sided
 */
public record Paired(int both, int onlyFirst, int onlySecond, int neither, double chance) {
    public static final Paired NONE = new Paired(0, 0, 0, 0, 1);

    /** With one more picture. */
    public Paired and(boolean first, boolean second) {
        int one = onlyFirst + (first && !second ? 1 : 0);
        int other = onlySecond + (second && !first ? 1 : 0);
        return new Paired(
                both + (first && second ? 1 : 0),
                one,
                other,
                neither + (first || second ? 0 : 1),
                chance(Math.min(one, other), one + other));
    }

    public int first() {
        return both + onlyFirst;
    }

    public int second() {
        return both + onlySecond;
    }

    public int all() {
        return both + onlyFirst + onlySecond + neither;
    }

    /** Twice the chance of at most {@code k} heads in {@code n} throws of a fair coin. */
    private static double chance(int k, int n) {
        double term = Math.pow(0.5, n);
        double sum = term;
        for (int i = 1; i <= k; i++) {
            term *= (n - i + 1.0) / i;
            sum += term;
        }
        return Math.min(1, 2 * sum);
    }
}

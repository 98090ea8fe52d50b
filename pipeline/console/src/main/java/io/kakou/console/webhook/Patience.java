package io.kakou.console.webhook;

/**
 * How long a receiver is waited for.
 *
 * @param answerSeconds 10: no answer within is a failure
 * @param firstSeconds 1: to the second try; each further wait is twice as long, and up to half of it is left to chance
 * @param longestSeconds 600: no wait is longer
 * @param giveUpSeconds 86400: what has not been taken by then is a dead letter
 */
public record Patience(double answerSeconds, double firstSeconds, double longestSeconds, double giveUpSeconds) {
    public static final Patience USUAL = new Patience(10, 1, 600, 24 * 3600);

    private static final int MOST_DOUBLINGS = 30;

    public Patience {
        if (!(answerSeconds > 0 && firstSeconds > 0 && longestSeconds >= firstSeconds && giveUpSeconds > 0)) {
            throw new IllegalArgumentException("patience is " + answerSeconds + ", " + firstSeconds + ", "
                    + longestSeconds + ", " + giveUpSeconds + " s; allowed: above 0, the longest not below the first");
        }
    }

    /**
     * The wait after so many failures.
     *
     * @param failures from 1
     * @param chance 0 to 1: receivers that came back are not met by all at the same moment
     */
    double wait(int failures, double chance) {
        double whole = Math.min(longestSeconds, firstSeconds * (1L << Math.min(failures - 1, MOST_DOUBLINGS)));
        return whole * (0.5 + 0.5 * chance);
    }
}

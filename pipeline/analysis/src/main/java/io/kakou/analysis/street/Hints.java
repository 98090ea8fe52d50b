package io.kakou.analysis.street;

/**
 * Whether a camera's pictures between keyframes have grown: something may move. Free, because it needs only their sizes;
 * good where the bit rate follows the scene, of no use where the camera fills it up always. Which of both it is, is learned
 * from what came of the hints. One thread at a time.
 */
final class Hints {
    private static final double LEARNING = 0.02;
    /** So many times the usual deviation above the usual size. */
    private static final double FACTOR = 4;
    /** So many pictures in a row: one alone is a coder's whim. */
    private static final int IN_A_ROW = 5;

    private static final int BEFORE_ANY = 50;
    private static final double TRUSTED = 0.15;
    private static final double OUTCOME = 0.1;
    /** What is not trusted is tried again some day: cameras are set anew. */
    private static final double FORGIVING = 0.0005;

    private double mean;
    private double deviation;
    private long seen;
    private int large;
    private double trust = 0.5;

    /** Takes the size of a picture that is no keyframe; whether it is a hint. */
    boolean see(int bytes) {
        double size = Math.log(Math.max(1, bytes));
        boolean above = seen > BEFORE_ANY && size > mean + Math.max(0.3, FACTOR * deviation);
        large = above ? large + 1 : 0;
        double weight = seen < BEFORE_ANY ? 1.0 / (seen + 1) : LEARNING;
        double off = size - mean;
        mean += weight * off;
        deviation += weight * (Math.abs(off) - deviation);
        seen++;
        trust = Math.min(0.5, trust + FORGIVING);
        return large == IN_A_ROW && trust >= TRUSTED;
    }

    /** What came of one. */
    void cameTrue() {
        trust += OUTCOME * (1 - trust);
    }

    void cameToNothing() {
        trust -= OUTCOME * trust;
    }

    /** Whether they are listened to now. */
    boolean isUseful() {
        return trust >= TRUSTED;
    }
}

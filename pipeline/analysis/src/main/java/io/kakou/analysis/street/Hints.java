package io.kakou.analysis.street;

/**
 * Whether a camera's pictures between keyframes have grown: something may move. Free, because it needs only their sizes;
 * good where the bit rate follows the scene, of no use where the camera fills it up always. Which of both it is, is learned
 * from what came of the hints. A network thread sees, a looking thread says what came of it.
 *
 * <p>Sizes are held, by their logarithms, against what the camera sends while nothing moves: the size that three in ten of
 * its pictures stay below. Mean and deviation would not do: where something moves half the time they are made by it.
 */
final class Hints {
    /** Behind a keyframe a coder mends what that one did badly. */
    private static final int MENDING = 10;
    /** A picture in which nothing changed, with its headers. */
    private static final int LEAST_BYTES = 16;

    private static final int BEFORE_ANY = 50;
    private static final double QUIET_SHARE = 0.3;
    /** That share is followed by steps of so much, up and down as often as keeps it. */
    private static final double STEP = 0.04;

    /** Of the newest picture in the smoothed size: one alone is a coder's whim. */
    private static final double NEWEST = 0.2;
    /** 3.3 times the quiet size, and again quiet at 1.8 times. */
    private static final double RISEN = 1.2;

    private static final double FALLEN = 0.6;

    private static final double TRUSTED = 0.15;
    private static final double OUTCOME = 0.1;
    /** What is not trusted is tried again some day: cameras are set anew. */
    private static final double FORGIVING = 2e-6;

    private double quiet = Double.NaN;
    private double now;
    private long seen;
    private int sinceKeyframe;
    private boolean risen;
    private double trust = 0.5;

    synchronized void keyframe() {
        sinceKeyframe = 0;
    }

    /** Takes the size of a picture that is no keyframe; whether it is a hint. */
    synchronized boolean see(int bytes) {
        if (++sinceKeyframe <= MENDING) {
            return false;
        }
        learn(Math.log(Math.max(LEAST_BYTES, bytes)));
        trust += trust < 0.5 ? FORGIVING : 0;
        boolean before = risen;
        risen = now > quiet + (before ? FALLEN : RISEN);
        return risen && !before && seen > BEFORE_ANY && trust >= TRUSTED;
    }

    private void learn(double size) {
        if (seen++ == 0) {
            quiet = size;
            now = size;
        }
        now += NEWEST * (size - now);
        quiet += STEP * (QUIET_SHARE - (size < quiet ? 1 : 0));
    }

    /** What came of one. */
    synchronized void cameTrue() {
        trust += OUTCOME * (1 - trust);
    }

    synchronized void cameToNothing() {
        trust -= OUTCOME * trust;
    }

    /** Whether they are listened to now. */
    synchronized boolean isUseful() {
        return trust >= TRUSTED;
    }
}

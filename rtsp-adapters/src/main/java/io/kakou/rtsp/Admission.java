package io.kakou.rtsp;

/**
 * Spaces attempts at cameras evenly, in the order in which they are asked for: a street that lost its switch comes back
 * at once, and neither the switch nor our loops, which carry the cameras that still stream, are to be stormed. Any
 * thread.
 */
final class Admission {
    private final long nanosApart;
    private boolean begun;
    private long next;

    /** @param attemptsPerSecond more than 0 */
    Admission(double attemptsPerSecond) {
        if (!(attemptsPerSecond > 0)) {
            throw new IllegalArgumentException("attemptsPerSecond " + attemptsPerSecond + "; allowed: more than 0");
        }
        this.nanosApart = Math.round(1e9 / attemptsPerSecond);
    }

    /**
     * Takes the next turn.
     *
     * @param now by {@link System#nanoTime}
     * @return nanoseconds until it comes
     */
    synchronized long waitFor(long now) {
        long turn = begun && next - now > 0 ? next : now;
        begun = true;
        next = turn + nanosApart;
        return turn - now;
    }
}

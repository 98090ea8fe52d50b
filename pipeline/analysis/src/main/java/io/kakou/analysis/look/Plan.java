package io.kakou.analysis.look;

/**
 * What one camera is given now.
 *
 * @param effort how it is watched
 * @param glanceSeconds from one keyframe that is judged by the gate to the next, at most; every keyframe while followed
 * @param detectSeconds from one detection to the next, where it is sampled
 * @param stretch how many times its wanted interval it waits, 1 and more
 * @param whole whether it has what its events need; else it is not watched for them
 */
public record Plan(Effort effort, double glanceSeconds, double detectSeconds, double stretch, boolean whole) {
    /** A camera that is looked at as it should be, from the beginning on. */
    public static Plan asWished(Wish wish, double glanceSeconds) {
        return new Plan(wish.effort(), glanceSeconds, wish.pace().intervalSeconds(), 1, true);
    }
}

package io.kakou.analysis.stature;

/**
 * When a person's size is known, and when it is a child's.
 *
 * @param leastPeople people it must have seen before it judges; more: surer, later
 * @param childMost up to this share of an adult's height a person is a child. By WHO's medians a child of three
 *     is .58 of 165 cm, one of eight .77; lower: fewer small adults taken for children
 * @param adultLeast from this share on a person is an adult; between the two is unknown
 * @param uprightShape share of the camera's usual height over width below which somebody bends, sits or is cut off
 * @param leastHeight share of the picture's height below which a box is too rough to measure
 * @param trackSeconds an upright track must be so long; longer: surer, later
 * @param trackLooks and have so many looks
 * @param beyond how far outside of the learned feet the plane is believed, in shares of the picture
 */
public record StatureSettings(
        int leastPeople,
        double childMost,
        double adultLeast,
        double uprightShape,
        double leastHeight,
        double trackSeconds,
        int trackLooks,
        double beyond) {
    public static final StatureSettings DEFAULT = new StatureSettings(6, 0.78, 0.84, 0.72, 0.07, 2, 3, 0.08);

    public StatureSettings {
        if (leastPeople < 3 || leastPeople > 100 || trackLooks < 1 || trackLooks > 16) {
            throw new IllegalArgumentException("stature.leastPeople, trackLooks are " + leastPeople + ", " + trackLooks
                    + "; allowed: 3 to 100, 1 to 16");
        }
        if (!(childMost > 0 && childMost <= adultLeast && adultLeast <= 1)) {
            throw new IllegalArgumentException("stature.childMost, adultLeast are " + childMost + ", " + adultLeast
                    + "; allowed: 0 < childMost ≤ adultLeast ≤ 1");
        }
        check("uprightShape", uprightShape, 1);
        check("leastHeight", leastHeight, 1);
        check("trackSeconds", trackSeconds, 3600);
        check("beyond", beyond, 1);
    }

    private static void check(String key, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException("stature." + key + " is " + value + "; allowed: 0 to " + most);
        }
    }
}

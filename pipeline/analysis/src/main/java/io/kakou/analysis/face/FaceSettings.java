package io.kakou.analysis.face;

import io.kakou.models.face.Age;
import java.util.Optional;

/**
 * Whose face is looked at, and what is believed of it.
 *
 * @param leastPersonPixels shorter people are not asked: the face of a small child is a fifth of the height, and below 36
 *     pixels it says nothing. Smaller: more work that comes to nothing
 * @param everySeconds a person is asked at most so often; longer: less work, later
 * @param mostAsked a person is asked so often at most: most people never show their face
 * @param peopleALook the tallest are asked; more: more work in a crowd, 30 ms each on one core
 * @param childLeast share of the ages below {@value Age#CHILD_YEARS} from which a face says child, 0 to 1
 * @param adultMost share up to which it says adult; where the model sees no face it says .03
 *     to .16 and about 38 years. More: such looks count for adults
 * @param votes looks that must have said something; more: surer, later
 * @param agreeing share of them that must say the same
 */
public record FaceSettings(
        int leastPersonPixels,
        double everySeconds,
        int mostAsked,
        int peopleALook,
        double childLeast,
        double adultMost,
        int votes,
        double agreeing) {
    public static final FaceSettings DEFAULT = new FaceSettings(180, 1, 20, 2, 0.5, 0.05, 3, 0.75);

    public FaceSettings {
        check("leastPersonPixels", leastPersonPixels, 10_000);
        check("everySeconds", everySeconds, 3600);
        check("mostAsked", mostAsked, 10_000);
        check("peopleALook", peopleALook, 100);
        check("childLeast", childLeast, 1);
        check("adultMost", adultMost, childLeast);
        check("votes", votes, 100);
        check("agreeing", agreeing, 1);
    }

    /** What an age says. */
    public FaceSaid said(Optional<Age> age) {
        if (age.isEmpty()) {
            return FaceSaid.NOTHING;
        }
        double child = age.get().child();
        if (child >= childLeast) {
            return FaceSaid.CHILD;
        }
        return child <= adultMost ? FaceSaid.ADULT : FaceSaid.NOTHING;
    }

    private static void check(String key, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException("faces." + key + " is " + value + "; allowed: 0 to " + most);
        }
    }
}

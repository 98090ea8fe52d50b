package io.kakou.analysis.walk;

/**
 * When people are together. Distances are in heights of an adult, on the ground.
 *
 * @param nearHeights so near people walk together; 0.5 is a hand held. More: fewer children alone, passers-by taken for
 *     company
 * @param bondSeconds near for so long they are company; passers-by are near for about 1.5 s
 * @param stopHeights so near people who stopped at about the same time stand together
 * @param stopSeconds what is about the same time
 * @param leashHeights company may go so far and still is company: children run about
 * @param lostSeconds company that is not seen for so long has left; longer: bridges one hiding the other
 * @param relinkSeconds a new track where one was lost for less is the same person; longer: fewer clocks begun anew, more
 *     people mistaken for each other
 */
public record WalkSettings(
        double nearHeights,
        double bondSeconds,
        double stopHeights,
        double stopSeconds,
        double leashHeights,
        double lostSeconds,
        double relinkSeconds) {
    public static final WalkSettings DEFAULT = new WalkSettings(1.2, 3, 2, 4, 4, 5, 10);

    public WalkSettings {
        check("nearHeights", nearHeights, 100);
        check("bondSeconds", bondSeconds, 3600);
        check("stopHeights", stopHeights, 100);
        check("stopSeconds", stopSeconds, 3600);
        check("leashHeights", leashHeights, 100);
        check("lostSeconds", lostSeconds, 3600);
        check("relinkSeconds", relinkSeconds, 3600);
    }

    private static void check(String key, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException("walk." + key + " is " + value + "; allowed: 0 to " + most);
        }
    }
}

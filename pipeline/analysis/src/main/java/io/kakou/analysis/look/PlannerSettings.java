package io.kakou.analysis.look;

/**
 * When to look.
 *
 * @param intervalSeconds from one look to the next; shorter: sooner alerts, more work
 * @param freshSeconds a detection runs at least this often even where the gate sees no change; shorter: fewer things
 *     missed by the gate, more work
 * @param soonerSeconds from one look to the next while a rule asks for more; not longer than {@code intervalSeconds}
 */
public record PlannerSettings(double intervalSeconds, double freshSeconds, double soonerSeconds) {
    /** A lift: two looks a second, so that 3 of 4 looks are in by the time the door has closed. */
    public static final PlannerSettings LIFT = new PlannerSettings(0.5, 10, 0.5);
    /** A road: water rises in minutes, and each look costs 150 ms of a core. */
    public static final PlannerSettings ROAD = new PlannerSettings(20, 20, 20);
    /** Everything else; twice as often while a child is there, which in a second may be two people further. */
    public static final PlannerSettings STREET = new PlannerSettings(1, 30, 0.5);

    public PlannerSettings {
        check("intervalSeconds", intervalSeconds);
        check("freshSeconds", freshSeconds);
        check("soonerSeconds", soonerSeconds);
        if (soonerSeconds > intervalSeconds) {
            throw new IllegalArgumentException("look.soonerSeconds is " + soonerSeconds
                    + "; allowed: not longer than look.intervalSeconds, " + intervalSeconds);
        }
    }

    private static void check(String key, double value) {
        if (!(value >= 0 && value <= 3600)) {
            throw new IllegalArgumentException("look." + key + " is " + value + "; allowed: 0 to 3600");
        }
    }
}

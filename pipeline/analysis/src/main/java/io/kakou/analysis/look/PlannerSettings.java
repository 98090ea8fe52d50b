package io.kakou.analysis.look;

import io.kakou.events.CameraKind;

/**
 * When to look.
 *
 * @param intervalSeconds from one look to the next; shorter: sooner alerts, more work
 * @param freshSeconds a detection runs at least this often even where the gate sees no change; shorter: fewer things
 *     missed by the gate, more work
 * @param soonerSeconds from one look to the next while a rule asks for more; not longer than {@code intervalSeconds}
 * @param waking what makes a camera of which keyframes alone are looked at be looked at between them
 */
public record PlannerSettings(double intervalSeconds, double freshSeconds, double soonerSeconds, Waking waking) {
    /** A lift: two looks a second, so that 3 of 4 looks are in by the time the door has closed. */
    public static final PlannerSettings LIFT = new PlannerSettings(0.5, 30, 0.5);
    /** A road: water rises in minutes, and each look costs 150 ms of a core; twice as often while water is suspected. */
    public static final PlannerSettings ROAD = new PlannerSettings(20, 20, 10);
    /**
     * A gate: trucks pass in two to four seconds, and are near for one; a rule that has begun to see one wants three looks
     * more. At the one keyframe that shows it a truck may be too small for any detector, so a change is enough.
     */
    public static final PlannerSettings GATE = new PlannerSettings(0.5, 30, 0.2, Waking.AT_CHANGE);
    /** Everything else; twice as often while a child is there, which in a second may be two people further. */
    public static final PlannerSettings STREET = new PlannerSettings(1, 30, 0.5);

    /** When more than keyframes is looked at. */
    public enum Waking {
        /** A rule has seen something that it wants to see more of. */
        AT_NEED,
        /** Or the gate has seen a change. */
        AT_CHANGE
    }

    public PlannerSettings {
        check("intervalSeconds", intervalSeconds);
        check("freshSeconds", freshSeconds);
        check("soonerSeconds", soonerSeconds);
        if (soonerSeconds > intervalSeconds) {
            throw new IllegalArgumentException("look.soonerSeconds is " + soonerSeconds
                    + "; allowed: not longer than look.intervalSeconds, " + intervalSeconds);
        }
    }

    /** A pace at which a rule alone wakes. */
    public PlannerSettings(double intervalSeconds, double freshSeconds, double soonerSeconds) {
        this(intervalSeconds, freshSeconds, soonerSeconds, Waking.AT_NEED);
    }

    /** What a camera of a kind is looked at by. */
    public static PlannerSettings of(CameraKind kind) {
        return switch (kind) {
            case LIFT -> LIFT;
            case ROAD -> ROAD;
            case GATE -> GATE;
            case STREET, UNKNOWN -> STREET;
        };
    }

    private static void check(String key, double value) {
        if (!(value >= 0 && value <= 3600)) {
            throw new IllegalArgumentException("look." + key + " is " + value + "; allowed: 0 to 3600");
        }
    }
}

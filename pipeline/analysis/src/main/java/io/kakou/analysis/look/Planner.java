package io.kakou.analysis.look;

import io.kakou.analysis.gate.Change;

/**
 * Chooses which of one camera's frames are looked at, and how far. Frames are taken on a grid of the camera's own
 * timeline, so the same footage gives the same looks, from a file or live. One thread owns it.
 */
public final class Planner {
    /** RTP's clock counts 1/90,000 s: a frame that is due may seem early by as much. */
    private static final double ROUNDING_SECONDS = 1e-4;

    private final PlannerSettings settings;
    /** When the newest look was due. */
    private double taken = Double.NEGATIVE_INFINITY;

    private double lastDetection = Double.NEGATIVE_INFINITY;

    public Planner(PlannerSettings settings) {
        this.settings = settings;
    }

    /** From one look to the next. */
    public double intervalSeconds() {
        return settings.intervalSeconds();
    }

    /**
     * Whether to look at the frame at this place on the timeline; asking takes the look.
     *
     * @param need what the judge asked for after the newest look
     */
    public boolean takes(double seconds, Need need) {
        double interval = need == Need.SOONER ? settings.soonerSeconds() : settings.intervalSeconds();
        double due = taken + interval;
        if (seconds < due - ROUNDING_SECONDS) {
            return false;
        }
        boolean onGrid = seconds - due < interval;
        taken = onGrid ? due : seconds;
        return true;
    }

    /** A frame was looked at that nobody asked {@link #takes} about: the grid goes on from it. */
    public void took(double seconds) {
        taken = Math.max(taken, seconds);
    }

    /** Whether a change is enough for more than keyframes to be looked at. */
    public boolean wakesAt(Change change) {
        return settings.waking() == PlannerSettings.Waking.AT_CHANGE && change.changed();
    }

    /**
     * How far to go with a keyframe that is looked at by itself.
     *
     * @param seconds its place on the timeline
     * @param plan what its camera is given
     */
    public Depth depth(double seconds, Change change, Need need, Plan plan) {
        return switch (plan.effort()) {
            case FOLLOW -> depth(seconds, change, need);
            case GLANCE -> change.changed() ? Depth.PASSED : Depth.GATED;
            case SAMPLE ->
                sample(seconds, change, need == Need.SOONER ? settings.soonerSeconds() : plan.detectSeconds());
        };
    }

    private Depth sample(double seconds, Change change, double spacing) {
        if (seconds - lastDetection < spacing - ROUNDING_SECONDS) {
            return change.changed() ? Depth.PASSED : Depth.GATED;
        }
        lastDetection = seconds;
        return Depth.DETECTED;
    }

    /** Whether a detection is due though nothing changes. */
    private boolean isStale(double seconds) {
        return seconds - lastDetection >= settings.freshSeconds() - ROUNDING_SECONDS;
    }

    /**
     * How far to go with a picture that can be judged.
     *
     * @param change what the gate saw against the last detection's picture
     * @param need whether the judge has begun to see something and is not sure yet
     */
    public Depth depth(double seconds, Change change, Need need) {
        if (!change.changed() && need == Need.NONE && !isStale(seconds)) {
            return Depth.GATED;
        }
        lastDetection = seconds;
        return Depth.DETECTED;
    }

    /** What the judge asks of the next look. */
    public enum Need {
        NONE,
        /** A detection, at whichever look comes next anyway. */
        AT_LEISURE,
        /** A detection, and no look left out that the pace asks for. */
        DETECTION,
        /** A detection, and that soon. */
        SOONER;

        /** Whether keyframes now and then are not enough. */
        public boolean wakes() {
            return this == DETECTION || this == SOONER;
        }
    }
}

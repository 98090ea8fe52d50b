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

    /**
     * How far to go with a picture that can be judged.
     *
     * @param change what the gate saw against the last detection's picture
     * @param need whether the judge has begun to see something and is not sure yet
     */
    public Depth depth(double seconds, Change change, Need need) {
        boolean stale = seconds - lastDetection >= settings.freshSeconds() - ROUNDING_SECONDS;
        if (!change.changed() && need == Need.NONE && !stale) {
            return Depth.GATED;
        }
        lastDetection = seconds;
        return Depth.DETECTED;
    }

    /** What the judge asks of the next look. */
    public enum Need {
        NONE,
        DETECTION,
        /** A detection, and that soon. */
        SOONER
    }
}

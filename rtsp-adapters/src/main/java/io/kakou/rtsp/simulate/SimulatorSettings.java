package io.kakou.rtsp.simulate;

import java.util.List;

/**
 * A street.
 *
 * @param cameras how many, 1 to 65,535; camera n shows film (n − 1) modulo their number
 * @param faults in the order given: of two of a kind that strike one camera, the later holds
 * @param seed of phases, SSRCs and chances: the same gives the same street
 * @param gatherSeconds pictures of one camera leave so far apart at least, those that are due meanwhile together and late;
 *     0: each when it is due. A street of cameras costs the simulator a third less where two leave at once
 */
public record SimulatorSettings(int cameras, List<Fault> faults, long seed, double gatherSeconds) {
    private static final int MOST_CAMERAS = 65_535;
    /** A camera that is later passes pictures over. */
    private static final double MOST_GATHERED_SECONDS = 0.5;

    public SimulatorSettings {
        faults = List.copyOf(faults);
        if (cameras < 1 || cameras > MOST_CAMERAS) {
            throw new IllegalArgumentException("cameras " + cameras + "; allowed: 1 to " + MOST_CAMERAS);
        }
        if (!(gatherSeconds >= 0 && gatherSeconds <= MOST_GATHERED_SECONDS)) {
            throw new IllegalArgumentException(
                    "gatherSeconds " + gatherSeconds + "; allowed: 0 to " + MOST_GATHERED_SECONDS);
        }
    }

    /** A street whose pictures leave when they are due. */
    public SimulatorSettings(int cameras, List<Fault> faults, long seed) {
        this(cameras, faults, seed, 0);
    }

    /** The same street, gathering. */
    public SimulatorSettings gathering(double seconds) {
        return new SimulatorSettings(cameras, faults, seed, seconds);
    }

    /** So many without a fault. */
    public static SimulatorSettings of(int cameras) {
        return new SimulatorSettings(cameras, List.of(), 1);
    }
}

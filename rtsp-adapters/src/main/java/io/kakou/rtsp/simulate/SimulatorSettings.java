package io.kakou.rtsp.simulate;

import java.util.List;

/**
 * A street.
 *
 * @param cameras how many, 1 to 65,535; camera n shows film (n − 1) modulo their number
 * @param faults in the order given: of two of a kind that strike one camera, the later holds
 * @param seed of phases, SSRCs and chances: the same gives the same street
 */
public record SimulatorSettings(int cameras, List<Fault> faults, long seed) {
    private static final int MOST_CAMERAS = 65_535;

    public SimulatorSettings {
        faults = List.copyOf(faults);
        if (cameras < 1 || cameras > MOST_CAMERAS) {
            throw new IllegalArgumentException("cameras " + cameras + "; allowed: 1 to " + MOST_CAMERAS);
        }
    }

    /** So many without a fault. */
    public static SimulatorSettings of(int cameras) {
        return new SimulatorSettings(cameras, List.of(), 1);
    }
}

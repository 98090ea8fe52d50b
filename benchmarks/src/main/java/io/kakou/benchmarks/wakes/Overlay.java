package io.kakou.benchmarks.wakes;

import java.util.Random;

/** Something laid over a scene, look by look. */
public interface Overlay {
    /** Its word in figures. */
    String name();

    /** Whether the scene is shown as by night. */
    default boolean isDark() {
        return false;
    }

    /** With what the film is coded. */
    default int bitsPerSecond() {
        return 2_500_000;
    }

    /**
     * The scene in one look; it is not written on.
     *
     * @param random of the sequence
     * @param look its number of {@link Stage#LOOKS}
     */
    Canvas over(Canvas scene, Random random, int look);
}

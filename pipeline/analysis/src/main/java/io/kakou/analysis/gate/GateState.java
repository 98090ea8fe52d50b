package io.kakou.analysis.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a gate remembers of one camera: 17 KB, a value, fit for a snapshot.
 *
 * @param reference the picture last looked at; null before the first
 * @param noise learned flicker of this camera's picture, in grey levels (standard deviation of one pixel's difference)
 * @param clarity how well it usually sees
 */
public record GateState(@Nullable GreyPicture reference, double noise, Clarity clarity) {
    /** A camera of which nothing is known: its first picture is looked at. */
    public static final GateState NEW = new GateState(null, 2, Clarity.NEW);

    public GateState {
        if (!(noise >= 0)) {
            throw new IllegalArgumentException("noise " + noise + "; allowed: 0 and more");
        }
    }

    /** After a look at {@code picture}: what stands in it costs nothing from now on. */
    public GateState lookedAt(GreyPicture picture) {
        return new GateState(picture, noise, clarity);
    }

    /** After a glance at a picture, whether it could be judged or not. */
    public GateState with(Clarity after) {
        return new GateState(reference, noise, after);
    }
}

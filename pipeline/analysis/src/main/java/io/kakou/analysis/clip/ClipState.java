package io.kakou.analysis.clip;

import java.util.Locale;

/** How far a clip came. */
public enum ClipState {
    /** It still grows. */
    OPEN,
    /** It is whole, but for the gaps it names. */
    SEALED,
    /** Its recording was ended by a stop or a kill; what there is can be played. */
    CUT,
    /** Nothing of the camera is kept, and so no clip is. */
    OFF;

    /** As manifests name it: {@code open}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

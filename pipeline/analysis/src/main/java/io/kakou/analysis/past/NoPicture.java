package io.kakou.analysis.past;

import io.kakou.events.FootageLook;

/** Why stored footage has no picture of somebody. */
public final class NoPicture extends Exception {
    private static final long serialVersionUID = 1L;

    private final FootageLook state;

    /** @param line for people */
    public NoPicture(FootageLook state, String line) {
        super(line);
        this.state = state;
    }

    /** How the footage of that moment stands. */
    public FootageLook state() {
        return state;
    }
}

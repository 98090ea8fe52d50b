package io.kakou.analysis.replay;

import io.kakou.analysis.look.LookEntry;

/** Footage that is not what the log of looks says was looked at. */
public final class ReplayMismatch extends Exception {
    private static final long serialVersionUID = 1L;

    ReplayMismatch(LookEntry logged, String found) {
        super("look " + logged.frame() + " at " + logged.seconds() + " s was given " + logged.inputHash()
                + ", the footage gives " + found);
    }
}

package io.kakou.analysis.evidence;

import org.jspecify.annotations.Nullable;

/** Bytes that are no evidence bundle, or one that is not whole; the message is one line. */
public final class UnreadableBundle extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableBundle(String why, @Nullable Throwable cause) {
        super("evidence bundle: " + why, cause);
    }
}

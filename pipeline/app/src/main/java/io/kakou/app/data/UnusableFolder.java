package io.kakou.app.data;

/** A data folder that cannot be used: one line that names it and says why. */
public final class UnusableFolder extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableFolder(String message) {
        super(message);
    }

    UnusableFolder(String message, Throwable cause) {
        super(message, cause);
    }
}

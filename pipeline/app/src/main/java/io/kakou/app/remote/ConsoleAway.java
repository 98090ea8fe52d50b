package io.kakou.app.remote;

/** Why the console did not do what was asked: one line, its own where it gave one. */
public final class ConsoleAway extends Exception {
    private static final long serialVersionUID = 1L;

    ConsoleAway(String message, Throwable cause) {
        super(message, cause);
    }

    ConsoleAway(String message) {
        super(message);
    }
}

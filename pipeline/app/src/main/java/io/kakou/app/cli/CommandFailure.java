package io.kakou.app.cli;

/** What a command could not do, in one line for the person who asked. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure whose own message says it all. */
    CommandFailure(Exception cause) {
        super(cause.getMessage(), cause);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

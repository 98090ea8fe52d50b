package io.kakou.app.cli.end;

/** What a command could not do, in one line for the person who asked. */
public final class CommandFailure extends RuntimeException {
    /** With which the process ends: something could not be read or reached. */
    public static final int EXIT_CODE = 1;

    private static final long serialVersionUID = 1L;

    /** A failure whose own message says it all. */
    public CommandFailure(Exception cause) {
        super(cause.getMessage(), cause);
    }

    /** A failure in words for people. */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.kakou.analysis.lift;

/** A controller that did not do what it was asked; the message says why in one line, with its address. */
public final class DoorFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public DoorFailure(String message) {
        super(message);
    }

    /** The line for people of whatever a command failed with. */
    static String line(Throwable failed) {
        Throwable cause = failed;
        while (!(cause instanceof DoorFailure) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }
}

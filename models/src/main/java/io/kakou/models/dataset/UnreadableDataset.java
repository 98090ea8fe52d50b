package io.kakou.models.dataset;

/** A table, a label or a picture that cannot be used; the message names the file, the line, the value and what is allowed. */
public final class UnreadableDataset extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableDataset(String message) {
        super(message);
    }

    public UnreadableDataset(String message, Throwable cause) {
        super(message, cause);
    }
}

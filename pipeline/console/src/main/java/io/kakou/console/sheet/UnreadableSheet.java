package io.kakou.console.sheet;

/** A file that is no table, or one beyond all bounds: one line that says what is allowed. */
public final class UnreadableSheet extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableSheet(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}

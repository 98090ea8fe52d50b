package io.kakou.events.json;

/**
 * Bytes that are not the record they were said to be; the message names the type, the place and the reason in
 * one line. It carries no cause, for a parser's own message quotes the bytes.
 */
public final class UnreadableRecord extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableRecord(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** The message, in one line. */
    public String reason() {
        return reason;
    }
}

package io.kakou.analysis.store;

/** The store did not do what was asked; the message is one line that names the store, the key and the reason. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /** Why. */
    public enum Code {
        /** There is no object of that key. */
        NOT_FOUND,
        /** The store answered and will not do it: asking again is of no use. */
        REFUSED,
        /** The store did not answer, or says it cannot now. */
        AWAY
    }

    public StoreException(Code code, String message) {
        super(message);
        this.code = code;
    }

    StoreException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

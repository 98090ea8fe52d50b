package io.kakou.app.services;

/** A service that cannot be used as it is: one line that names it and says why. */
public final class ServiceTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /** Why. */
    public enum Code {
        /** It does not answer; it may come back. */
        AWAY,
        /** It does not take the login, or does not allow what is needed. */
        REFUSED,
        /** It holds what cannot be worked with: going on would do harm. */
        UNFIT
    }

    ServiceTrouble(Code code, String line) {
        super(line);
        this.code = code;
    }

    ServiceTrouble(Code code, String line, Throwable cause) {
        super(line, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

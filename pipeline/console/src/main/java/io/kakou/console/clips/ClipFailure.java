package io.kakou.console.clips;

/** Bytes that could not be had. */
public final class ClipFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /** Why. */
    public enum Code {
        /** Never stored, or not kept any more. */
        MISSING,
        /** The store does not answer. */
        AWAY
    }

    public ClipFailure(Code code, String line) {
        super(line);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

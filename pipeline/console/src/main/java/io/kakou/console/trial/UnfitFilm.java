package io.kakou.console.trial;

/** A film that cannot become a camera; its message is one line for people. */
public final class UnfitFilm extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong, for a page that says it in its own words. */
    public enum Reason {
        /** It holds no video that can be read. */
        NO_FILM,
        /** It holds one picture. */
        ONE_PICTURE,
        /** There are as many as there may be. */
        TOO_MANY,
        /** The disk does not take it. */
        NOT_KEPT
    }

    public UnfitFilm(Reason reason, String line) {
        super(line);
        this.reason = reason;
    }

    public UnfitFilm(Reason reason, String line, Throwable cause) {
        super(line, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

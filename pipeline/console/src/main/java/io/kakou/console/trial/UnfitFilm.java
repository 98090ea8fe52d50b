package io.kakou.console.trial;

/** A film that cannot become a camera; its message is one line for people. */
public final class UnfitFilm extends Exception {
    private static final long serialVersionUID = 1L;

    public UnfitFilm(String line) {
        super(line);
    }

    public UnfitFilm(String line, Throwable cause) {
        super(line, cause);
    }
}

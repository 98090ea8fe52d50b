package io.kakou.analysis.look;

/** How far a look went. */
public enum Depth {
    /** The picture was torn, grey or covered: nothing is known, which is not the same as nothing there. */
    UNKNOWN('U'),
    /** The gate saw a change and no detection followed: the camera's share of the work did not allow one. What is there is not known. */
    PASSED('P'),
    /** The gate saw no change since the last detection: what was there is there still. */
    GATED('G'),
    /** The detector ran. */
    DETECTED('D');

    private final char letter;

    Depth(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}

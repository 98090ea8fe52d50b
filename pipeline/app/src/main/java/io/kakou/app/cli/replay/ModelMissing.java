package io.kakou.app.cli.replay;

/** What judged then is not to be had; one line. */
final class ModelMissing extends Exception {
    private static final long serialVersionUID = 1L;

    ModelMissing(String why) {
        super(why);
    }

    ModelMissing(String why, Exception cause) {
        super(why, cause);
    }
}

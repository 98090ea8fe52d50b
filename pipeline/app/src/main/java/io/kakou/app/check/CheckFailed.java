package io.kakou.app.check;

import io.kakou.events.Stage;
import java.util.Locale;

/** A camera that cannot be used as it is: one clear line that begins with the stage that failed. */
public final class CheckFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final Stage stage;
    private final String why;

    CheckFailed(Stage stage, String why) {
        super("failed at " + word(stage) + ": " + why);
        this.stage = stage;
        this.why = why;
    }

    /** The line without its stage. */
    String why() {
        return why;
    }

    public Stage stage() {
        return stage;
    }

    private static String word(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

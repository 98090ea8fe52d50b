package io.kakou.app;

import io.kakou.app.cli.KakouCommand;

/** The program. */
public final class Kakou {
    private Kakou() {}

    public static void main(String[] words) {
        System.exit(KakouCommand.run(words));
    }
}

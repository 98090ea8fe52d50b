package io.kakou.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What nobody else may read, alone in a file. */
public final class SecretLine {
    private SecretLine() {}

    /** The first line, without the spaces around it. */
    public static String of(Path file) throws IOException {
        return Files.readString(file).lines().findFirst().orElse("").strip();
    }
}

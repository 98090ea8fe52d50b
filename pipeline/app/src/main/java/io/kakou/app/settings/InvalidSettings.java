package io.kakou.app.settings;

import java.nio.file.Path;
import java.util.List;

/** Settings that cannot be taken. The message holds one line a problem: key, value, what is allowed. */
public final class InvalidSettings extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidSettings(Path file, List<String> problems) {
        super(String.join(
                "\n",
                problems.stream()
                        .map(problem -> file.getFileName() + ": " + problem)
                        .toList()));
    }
}

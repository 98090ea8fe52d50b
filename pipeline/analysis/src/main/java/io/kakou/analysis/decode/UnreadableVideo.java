package io.kakou.analysis.decode;

import java.nio.file.Path;

/** A file that gives no pictures; the message is one line that names the file and says what is wrong with it. */
public final class UnreadableVideo extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableVideo(Path file, String reason) {
        super(file + ": " + reason);
    }
}

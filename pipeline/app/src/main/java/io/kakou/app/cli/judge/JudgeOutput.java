package io.kakou.app.cli.judge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what {@code kakou judge} writes. */
final class JudgeOutput {
    @Option(names = "--json", description = "One JSON object a line instead of words.")
    private boolean json;

    @Option(names = "--detections", description = "Also a line for every look, with what the detector found.")
    private boolean detections;

    @Option(names = "--releases", description = "Also a line when an event is over.")
    private boolean releases;

    @Option(
            names = "--picture",
            paramLabel = "DIR",
            description = "Writes every look that detected, boxes drawn, as JPEG.")
    private @Nullable Path pictures;

    @Option(names = "--looks", paramLabel = "FILE", description = "Writes the log of looks.")
    private @Nullable Path looks;

    boolean json() {
        return json;
    }

    boolean detections() {
        return detections;
    }

    boolean releases() {
        return releases;
    }

    @Nullable
    Path pictures() {
        return pictures;
    }

    @Nullable
    Path looks() {
        return looks;
    }
}

package io.kakou.app.cli.replay;

import io.kakou.analysis.journal.JournalReplay.Span;
import io.kakou.events.Id;
import java.time.Instant;
import picocli.CommandLine.Option;

/** The options that name a span of a camera. */
final class SpanOptions {
    @Option(
            names = "--camera",
            required = true,
            paramLabel = "ID",
            description = "A camera of the installation, over what was recorded of it and the log of looks.")
    private String camera = "";

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "2026-05-01T04:00:00Z.")
    private Instant from = Instant.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "TIME", description = "Not in it any more.")
    private Instant to = Instant.EPOCH;

    Span span() {
        return new Span(Id.plain("--camera", camera), from, to);
    }
}

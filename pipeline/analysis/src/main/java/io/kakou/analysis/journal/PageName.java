package io.kakou.analysis.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What pages are called: {@code <day>/<time>-<worker>.log}, both UTC; so their order is that of time. */
final class PageName {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd/HHmmss.SSS").withZone(ZoneOffset.UTC);

    private PageName() {}

    static String of(Instant first, String worker) {
        return NAME.format(first) + '-' + worker + ".log";
    }

    /** What a store keeps a camera's pages of a day under. */
    static String prefix(String camera, LocalDate day) {
        return prefix(camera) + day + '/';
    }

    static String prefix(String camera) {
        return "looks/" + camera + '/';
    }
}

package io.kakou.app.cli.replay;

import io.kakou.analysis.journal.SpanReplayed;
import io.kakou.analysis.journal.SpanReplayed.Gap;
import io.kakou.events.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code kakou replay} writes of a span of a camera, as JSON or in words. */
record SpanLine(String camera, Instant from, Instant to, boolean same, boolean decides, SpanReplayed replayed) {
    static SpanLine of(String camera, Instant from, Instant to, SpanReplayed replayed) {
        return new SpanLine(camera, from, to, replayed.isSame(), replayed.decidesTheSame(), replayed);
    }

    List<String> words() {
        List<String> lines = new ArrayList<>();
        lines.add("camera " + camera + " from " + from + " to " + to + ": " + replayed.looks() + " looks judged again, "
                + replayed.leadIn() + " before them");
        replayed.detectors().forEach(each -> lines.add("  detector " + each));
        replayed.gaps().forEach(gap -> lines.add("  " + words(gap)));
        var inputs = replayed.inputs();
        lines.add("  pictures: " + inputs.same() + " the same, " + inputs.differ() + " differ, " + inputs.missing()
                + " not recorded");
        var memories = replayed.memories();
        lines.add("  memory: " + memories.same() + " snapshots the same, " + memories.differ() + " differ");
        var alerts = replayed.alerts();
        lines.add("  alerts: " + alerts.same() + " the same, " + alerts.alike() + " with other scores, "
                + alerts.gone().size() + " not raised now, " + alerts.fresh().size() + " new");
        alerts.gone().forEach(alert -> lines.add("    then alone: " + words(alert)));
        alerts.fresh().forEach(alert -> lines.add("    now alone: " + words(alert)));
        if (replayed.other().looks() > 0) {
            lines.add("  beside what judged then: " + replayed.other().decided() + " of "
                    + replayed.other().looks() + " looks decide otherwise; "
                    + ReplayLine.Boxes.of(replayed.other().boxes()).words());
        }
        lines.add("  " + verdict());
        return lines;
    }

    private String verdict() {
        if (same) {
            return replayed.other().looks() == 0 ? "agrees, bit for bit" : "agrees";
        }
        return decides ? "decisions agree" : "differs";
    }

    private static String words(Alert alert) {
        return String.format(
                Locale.ROOT,
                "%s %s (%s) at %s, score %.3f",
                alert.phase(),
                alert.kind(),
                alert.subject(),
                alert.at(),
                alert.score());
    }

    private static String words(Gap gap) {
        String why =
                switch (gap.why()) {
                    case NO_LOOK_LOG -> "no look log";
                    case LOOKS_LOST -> "looks that were not kept, because too many waited";
                    case NOT_RECORDED -> "looked at, and not recorded";
                };
        return gap.from() + " to " + gap.to() + ": " + why;
    }
}

package io.kakou.app.cli.judge;

import io.kakou.analysis.look.Look;
import io.kakou.events.Alert;
import io.kakou.events.EventKind;
import io.kakou.events.LabelledBox;
import io.kakou.models.Detection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code kakou judge} writes for programs: one object a line. */
final class JudgeLine {
    private JudgeLine() {}

    /**
     * An alert.
     *
     * @param event its kind, as on the log
     * @param seconds from the start of the file to the look that decided; {@code onsetSeconds} to the first evidence
     * @param alert id; the release of the same stay names it
     */
    record Raised(
            EventKind event,
            String camera,
            double seconds,
            double onsetSeconds,
            double score,
            List<LabelledBox> boxes,
            String subject,
            String file,
            String alert) {
        static Raised of(Alert alert, String file) {
            return new Raised(
                    alert.kind(),
                    alert.camera(),
                    secondsOf(alert.at()),
                    secondsOf(alert.onset()),
                    rounded(alert.score()),
                    alert.boxes().stream().map(JudgeLine::rounded).toList(),
                    alert.subject(),
                    file,
                    alert.id());
        }

        String words() {
            return String.format(
                    Locale.ROOT,
                    "%s  ALERT %s (%s) since %s  score %.2f  %s",
                    clock(seconds),
                    event,
                    subject,
                    clock(onsetSeconds),
                    score,
                    file);
        }
    }

    /** The end of an alert's event; it has no {@code event}, so that counting those counts alerts. */
    record Released(String released, String camera, double seconds, String file) {
        static Released of(Alert alert, String file) {
            return new Released(alert.id(), alert.camera(), secondsOf(alert.at()), file);
        }

        String words() {
            return clock(seconds) + "  over  " + file;
        }
    }

    /** A look: its frame, how far it went, and what the detector found in it. */
    record Looked(String look, String camera, double seconds, String depth, List<LabelledBox> boxes, String file) {
        static Looked of(Look look, String camera, List<LabelledBox> boxes, String file) {
            String depth = look.depth().name().toLowerCase(Locale.ROOT);
            return new Looked(look.frame(), camera, secondsOf(look.at()), depth, boxes, file);
        }

        String words() {
            String found = boxes.stream()
                    .map(box -> String.format(Locale.ROOT, "%s %.2f", box.label(), box.score()))
                    .collect(Collectors.joining(", "));
            return clock(seconds) + "  " + look + " " + depth + "  " + found;
        }
    }

    static LabelledBox box(Detection found) {
        var box = found.box();
        return rounded(new LabelledBox(found.label(), found.score(), box.left(), box.top(), box.right(), box.bottom()));
    }

    /** Files have no clock: their first frame is the epoch. */
    private static double secondsOf(Instant at) {
        return Duration.between(Instant.EPOCH, at).toMillis() / 1000.0;
    }

    private static String clock(double seconds) {
        long millis = Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT, "%d:%02d:%06.3f", millis / 3_600_000, millis / 60_000 % 60, millis % 60_000 / 1000.0);
    }

    private static LabelledBox rounded(LabelledBox box) {
        return new LabelledBox(
                box.label(),
                rounded(box.score()),
                rounded(box.left()),
                rounded(box.top()),
                rounded(box.right()),
                rounded(box.bottom()));
    }

    /** A ten-thousandth of a picture is less than a pixel. */
    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}

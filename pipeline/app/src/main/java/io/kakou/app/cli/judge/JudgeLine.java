package io.kakou.app.cli.judge;

import io.kakou.analysis.look.Look;
import io.kakou.analysis.plate.PlateSighting;
import io.kakou.events.Alert;
import io.kakou.events.EventKind;
import io.kakou.events.LabelledBox;
import io.kakou.models.Detection;
import io.kakou.models.plate.PlateColour;
import io.kakou.models.plate.PlateReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /**
     * A vehicle's plate.
     *
     * @param plate what it says, {@link #UNKNOWN} where it is not sure
     * @param candidate the likeliest, however unsure, or null where none was seen
     * @param vehicle the model's word for it; {@code track} tells it from others of the file
     * @param looks in which its plate was looked for
     */
    record Plate(
            String plate,
            @Nullable String candidate,
            double confidence,
            long widthPixels,
            @Nullable PlateColour colour,
            String vehicle,
            long track,
            LabelledBox box,
            int looks,
            String camera,
            double seconds,
            String file) {
        static final String UNKNOWN = "unknown";

        static Plate of(PlateSighting seen, String camera, String file) {
            PlateReading read = seen.candidate();
            return new Plate(
                    seen.plate() == null ? UNKNOWN : seen.plate(),
                    read == null ? null : read.text(),
                    read == null ? 0 : rounded(read.confidence()),
                    read == null ? 0 : Math.round(read.widthPixels()),
                    read == null ? null : read.colour(),
                    seen.label(),
                    seen.track(),
                    JudgeLine.box(new Detection(seen.label(), read == null ? 0 : read.confidence(), seen.vehicle())),
                    seen.looks(),
                    camera,
                    secondsOf(seen.at()),
                    file);
        }

        String words() {
            boolean guessed = plate.equals(UNKNOWN) && candidate != null;
            String said = guessed ? plate + ", perhaps " + candidate : plate;
            return String.format(
                    Locale.ROOT,
                    "%s  PLATE %s (%.2f, %d px, %d looks)  %s %d  %s",
                    clock(seconds),
                    said,
                    confidence,
                    widthPixels,
                    looks,
                    vehicle,
                    track,
                    file);
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

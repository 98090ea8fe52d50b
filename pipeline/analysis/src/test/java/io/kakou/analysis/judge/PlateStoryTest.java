package io.kakou.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.plate.PlateMemory;
import io.kakou.analysis.plate.PlateSighting;
import io.kakou.analysis.plate.PlateWatchSettings;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.LabelledBox;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.plate.PlateColour;
import io.kakou.models.plate.PlateReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories of a gate, a letter a look, one look a second. */
class PlateStoryTest {
    private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");
    private static final Picture ANY = Picture.allocate(1, 1);
    private static final Picture SHARP = Picture.allocate(1000, 500);

    /**
     * A, B a truck whose plate is read surely; a, b the same not surely; n A's plate, sure and too narrow; x a truck without
     * a plate to see; s a truck too far away to read; p a person; . nothing; = the gate saw no change; ? torn.
     */
    @ParameterizedTest(name = "{0}: {1} ({2})")
    @CsvSource(
            delimiter = '|',
            value = {
                "..AAA.....       | 浙A12345          | drives past",
                "..aaA.....       | 浙A12345          | comes nearer until it is sure",
                "..aaa.....       | unknown           | never sure",
                "..nnn.....       | unknown           | too narrow for all that it seems sure",
                "..xxx.....       | unknown           | bears no plate",
                "..sss.....       |                   | passes far away",
                "..ppp.....       |                   | a person",
                "..xxAAxxA..      | 浙A12345          | is told once",
                "..AA====....     | 浙A12345          | stands while the gate sees no change",
                "..AA??AA....     | 浙A12345          | is there on both sides of torn pictures",
                "..AA......BB.... | 浙A12345 浙B67890 | two trucks one after the other",
                "..AA......xx.... | 浙A12345 unknown  | the second bears no plate",
                "..AaBBBB....     | 浙A12345 浙B67890 | the looks change their mind",
                "..aa             |                   | not sure yet and still there",
            })
    void tells_plates(String story, String told, String why) {
        assertThat(told(story)).as(why).isEqualTo(told == null ? "" : told);
    }

    @Test
    void what_is_told_says_where_when_and_of_how_many_looks() {
        List<PlateSighting> told = new Teller(true).tell("..aA.....");
        assertThat(told).singleElement().satisfies(sighting -> {
            assertThat(sighting.plate()).isEqualTo("浙A12345");
            assertThat(sighting.label()).isEqualTo("truck");
            assertThat(sighting.vehicle()).isEqualTo(new Box(0.2, 0.2, 0.6, 0.9));
            assertThat(sighting.seconds()).isEqualTo(3);
            assertThat(sighting.at()).isEqualTo(START.plusSeconds(3));
            assertThat(sighting.looks()).isEqualTo(2);
        });
    }

    @Test
    void an_unknown_plate_is_told_with_its_likeliest_reading_and_when_the_truck_was_last_seen() {
        List<PlateSighting> told = new Teller(true).tell("..aaa.........");
        assertThat(told).singleElement().satisfies(sighting -> {
            assertThat(sighting.plate()).isNull();
            assertThat(sighting.candidate()).isNotNull();
            assertThat(sighting.at()).isEqualTo(START.plusSeconds(4));
        });
    }

    @Test
    void a_camera_that_reads_no_plates_tells_none() {
        assertThat(new Teller(false).tell("..AAA.....")).isEmpty();
    }

    @Test
    void what_stands_at_a_gate_is_not_read_for_ever() {
        Teller teller = new Teller(true);
        teller.tell("a".repeat(200));
        assertThat(teller.readings).isEqualTo(PlateWatchSettings.DEFAULT.mostReadings());
    }

    @Test
    void what_is_settled_is_read_no_more() {
        Teller teller = new Teller(true);
        teller.tell("AAAAAAAAAAAAAAA");
        assertThat(teller.readings).isBetween(3, 5);
    }

    @Test
    void nothing_is_remembered_of_vehicles_that_left() {
        Teller teller = new Teller(true);
        teller.tell("..AAAaaa..........");
        assertThat(teller.memory.plates()).isEqualTo(PlateMemory.EMPTY);
    }

    @Test
    void a_muck_truck_alert_shows_the_plate_that_is_known_by_then() {
        Teller teller = new Teller(true);
        teller.tell("..MMMM....");
        assertThat(teller.alerts)
                .filteredOn(alert -> alert.phase() == AlertPhase.RAISED)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.boxes()).extracting(LabelledBox::label).containsExactly("muck-truck", "浙A12345");
                    assertThat(alert.score()).isEqualTo(alert.boxes().get(0).score());
                });
    }

    @Test
    void a_muck_truck_alert_shows_no_plate_that_is_not_sure() {
        Teller teller = new Teller(true);
        teller.tell("..mmmm....");
        assertThat(teller.alerts)
                .filteredOn(alert -> alert.phase() == AlertPhase.RAISED)
                .singleElement()
                .satisfies(alert ->
                        assertThat(alert.boxes()).extracting(LabelledBox::label).containsExactly("muck-truck"));
    }

    private static String told(String story) {
        return new Teller(true)
                .tell(story).stream()
                        .map(sighting -> sighting.plate() == null ? "unknown" : sighting.plate())
                        .collect(Collectors.joining(" "));
    }

    /** Tells a story to a judge; it is also the one who sees the vehicles and reads the plates. */
    private static final class Teller implements Detector {
        private final CameraJudge judge;
        private final List<Alert> alerts = new ArrayList<>();
        private Memory memory = Memory.EMPTY;
        private char letter;
        private int readings;

        private Teller(boolean reads) {
            Camera camera = new Camera(
                    "gate-1",
                    "gate-1",
                    CameraKind.GATE,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(EventKind.MUCK_TRUCK));
            this.judge = reads
                    ? new CameraJudge(camera, this, new Readers(this::read, FaceReader.NONE), JudgeSettings.DEFAULT)
                    : new CameraJudge(camera, this, JudgeSettings.DEFAULT);
        }

        private List<PlateSighting> tell(String story) {
            List<PlateSighting> told = new ArrayList<>();
            for (int i = 0; i < story.length(); i++) {
                letter = story.charAt(i);
                Judgement judgement = judge.judge(memory, look(i));
                memory = judgement.next();
                told.addAll(judgement.plates());
                alerts.addAll(judgement.alerts());
            }
            return told;
        }

        private Look look(int second) {
            Depth depth =
                    switch (letter) {
                        case '=' -> Depth.GATED;
                        case '?' -> Depth.UNKNOWN;
                        default -> Depth.DETECTED;
                    };
            boolean detects = depth == Depth.DETECTED;
            return new Look(
                    "f" + second,
                    second,
                    START.plusSeconds(second),
                    depth,
                    detects ? ANY : null,
                    detects && judge.readsPlates() ? SHARP : null);
        }

        @Override
        public List<Detection> detect(Picture picture) {
            return switch (letter) {
                case '.' -> List.of();
                case 'p' -> List.of(new Detection("person", 0.9, new Box(0.2, 0.2, 0.6, 0.9)));
                case 'M', 'm' -> List.of(new Detection("muck-truck", 0.9, new Box(0.2, 0.2, 0.6, 0.9)));
                case 's' -> List.of(new Detection("truck", 0.9, new Box(0.3, 0.3, 0.4, 0.4)));
                default -> List.of(new Detection("truck", 0.9, new Box(0.2, 0.2, 0.6, 0.9)));
            };
        }

        private List<PlateReading> read(Picture picture, Box vehicle) {
            readings++;
            return switch (letter) {
                case 'A', 'M' -> List.of(reading("浙A12345", 0.95, 90));
                case 'B' -> List.of(reading("浙B67890", 0.95, 90));
                case 'a', 'm' -> List.of(reading("浙A12345", 0.4, 60));
                case 'b' -> List.of(reading("浙B67890", 0.4, 60));
                case 'n' -> List.of(reading("浙A12345", 0.95, 30));
                default -> List.of();
            };
        }

        private static PlateReading reading(String text, double confidence, double width) {
            // What is not sure may also be another plate.
            double surely = 0.4 + 0.6 * confidence;
            return new PlateReading(
                    text,
                    confidence,
                    width,
                    PlateColour.YELLOW,
                    new Box(0.3, 0.7, 0.4, 0.75),
                    List.of(
                            new PlateReading.Guess(text, surely),
                            new PlateReading.Guess(text.substring(0, 6) + '1', 1 - surely)));
        }

        @Override
        public Size inputSize() {
            return new Size(1, 1);
        }

        @Override
        public String identity() {
            return "told";
        }

        @Override
        public void close() {}
    }
}

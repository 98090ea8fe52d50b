package io.kakou.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Corner;
import io.kakou.events.EventKind;
import io.kakou.events.Zone;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories of a cabin, a letter a look, two looks a second. */
class EbikeInLiftStoryTest {
    private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");
    private static final double INTERVAL = 0.5;
    private static final Picture ANY = Picture.allocate(1, 1);

    /**
     * E e-bike, e one that is not sure, B bike, P bike that is surely a plain one, M motorcycle, b doubtful bike, p person,
     * . nobody; = the gate saw no change; ? torn; d a bike outside the cabin zone.
     */
    @ParameterizedTest(name = "{0}: {1} alerts, {2} releases ({3})")
    @CsvSource({
        "....BBBBBBBB..............,     1, 1, enters stays and leaves",
        "....EEEEEEEE..............,     1, 1, the same seen as an e-bike",
        "....EE.E..................,     1, 1, three of four as an e-bike",
        "..EEEEeeeeEEEE............,     1, 1, one stay in which it is not sure for a while",
        "..eeeeeeeee...............,     0, 0, never sure",
        "..EBEBEB..................,     1, 1, one that is seen as either",
        "..PPPPPPPPPP..............,     0, 0, a plain bicycle",
        "..PPPBPPPBPP..............,     0, 0, a plain bicycle with two doubts",
        "..........................,     0, 0, nobody",
        "pppppppppppppppp..........,     0, 0, people only",
        "....B.....................,     0, 0, a flicker of one look",
        "....BB....................,     0, 0, a flicker of two looks",
        "....B....B....B....B......,     0, 0, flickers far apart",
        "....BB.B..................,     1, 1, three of four",
        "....B.B.B.................,     0, 0, three of five",
        "..BMBMBMBM................,     1, 1, one that the model names both ways",
        "..BBBB..BBBB.BBB..........,     1, 1, one stay in which the detector blinks",
        "..BBBB.............BBBB.............,2, 2, two stays",
        "..BBBB,                         1, 0, still there at the end",
        "..Bbbb..............,           1, 1, begun surely and gone on doubtfully",
        "..bbbbbbbb..........,           0, 0, doubtful from the start",
        "..dddddddd..........,           0, 0, outside of the door",
        "..ddBBBddd..........,           1, 1, comes in and goes out",
        "..BBB===============,           1, 0, stands still and the gate sees no change",
        "..BBB====B..........,           1, 1, stands still then leaves",
        "..B?B?B.............,           1, 1, torn pictures are not evidence of absence",
        "..BBB???????????????,           1, 0, torn pictures release nothing",
        "????????????????????,           0, 0, torn pictures only",
    })
    void exactly_one_alert_a_stay_and_one_release(String story, int alerts, int releases, String why) {
        List<Alert> told = tell(story);
        assertThat(told).filteredOn(a -> a.phase() == AlertPhase.RAISED).hasSize(alerts);
        assertThat(told).filteredOn(a -> a.phase() == AlertPhase.RELEASED).hasSize(releases);
    }

    @Test
    void the_alert_says_what_where_and_since_when() {
        List<Alert> told = tell("....BBMB..............");
        Alert raised = told.get(0);
        assertThat(raised.kind()).isEqualTo(EventKind.EBIKE_IN_LIFT);
        assertThat(raised.subject()).isEqualTo("two-wheeler");
        assertThat(raised.onset()).isEqualTo(START.plusMillis(2000));
        assertThat(raised.at()).isEqualTo(START.plusMillis(3000));
        assertThat(raised.looks()).containsExactly("f4", "f5", "f6");
        assertThat(raised.boxes()).singleElement().satisfies(box -> {
            assertThat(box.label()).isEqualTo("motorcycle");
            assertThat(box.score()).isEqualTo(0.8);
        });
        Alert released = told.get(1);
        assertThat(released.id()).isEqualTo(raised.id());
        assertThat(released.onset()).isEqualTo(raised.onset());
        assertThat(released.boxes()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"..BBB,two-wheeler", "..EEE,e-bike", "..BBE,e-bike", "..EEB,two-wheeler", "..EEE..........,e-bike"})
    void the_alert_says_e_bike_where_the_deciding_look_saw_one(String story, String subject) {
        assertThat(tell(story)).isNotEmpty().extracting(Alert::subject).containsOnly(subject);
    }

    @Test
    void another_camera_or_another_onset_is_another_alert() {
        String first = tell("BBBB").get(0).id();
        assertThat(tell("BBBB").get(0).id()).isEqualTo(first);
        assertThat(tell(".BBBB").get(0).id()).isNotEqualTo(first);
    }

    @Test
    void looks_on_both_sides_of_an_outage_are_not_added_up() {
        Teller teller = new Teller();
        teller.look('B', 0, 0);
        teller.look('B', 1, 0.5);
        teller.look('B', 2, 600);
        assertThat(teller.told).isEmpty();
    }

    @Test
    void memory_and_looks_in_the_same_judgements_out_a_thousand_times() {
        String story = "..p.BBMb=?=.B...........BBB..........";
        List<Judgement> first = judgements(story);
        for (int i = 0; i < 1000; i++) {
            assertThat(judgements(story)).isEqualTo(first);
        }
    }

    private static List<Alert> tell(String story) {
        return judgements(story).stream().flatMap(j -> j.alerts().stream()).toList();
    }

    private static List<Judgement> judgements(String story) {
        Teller teller = new Teller();
        List<Judgement> all = new ArrayList<>();
        for (int i = 0; i < story.length(); i++) {
            all.add(teller.look(story.charAt(i), i, i * INTERVAL));
        }
        return all;
    }

    private static final class Teller {
        private final Told detector = new Told();
        private final CameraJudge judge = new CameraJudge(cabin(), detector, JudgeSettings.DEFAULT);
        private final List<Alert> told = new ArrayList<>();
        private Memory memory = Memory.EMPTY;

        private Judgement look(char letter, int frame, double seconds) {
            Depth depth =
                    switch (letter) {
                        case '=' -> Depth.GATED;
                        case '?' -> Depth.UNKNOWN;
                        default -> Depth.DETECTED;
                    };
            detector.next = detections(letter);
            Instant at = START.plusMillis(Math.round(seconds * 1000));
            Picture picture = depth == Depth.DETECTED ? ANY : null;
            Judgement judgement = judge.judge(memory, new Look("f" + frame, seconds, at, depth, picture));
            memory = judgement.next();
            told.addAll(judgement.alerts());
            return judgement;
        }
    }

    private static Camera cabin() {
        Zone zone = new Zone(
                "cabin", List.of(new Corner(0, 0.2), new Corner(0.7, 0.2), new Corner(0.7, 1), new Corner(0, 1)));
        return new Camera(
                "lift-7",
                "lift-7",
                CameraKind.LIFT,
                null,
                null,
                null,
                null,
                List.of(zone),
                List.of(EventKind.EBIKE_IN_LIFT));
    }

    private static List<Detection> detections(char letter) {
        Box inside = new Box(0.2, 0.4, 0.6, 0.9);
        return switch (letter) {
            case 'E' -> List.of(new Detection("e-bike", 0.7, inside));
            case 'e' -> List.of(new Detection("e-bike", 0.45, inside));
            case 'B' -> List.of(new Detection("bicycle", 0.7, inside));
            case 'P' -> List.of(new Detection("plain-bicycle", 0.9, inside));
            case 'M' -> List.of(new Detection("motorcycle", 0.8, inside));
            case 'b' -> List.of(new Detection("bicycle", 0.25, inside));
            case 'd' -> List.of(new Detection("bicycle", 0.9, new Box(0.6, 0.4, 0.95, 0.9)));
            case 'p' -> List.of(new Detection("person", 0.9, inside));
            default -> List.of();
        };
    }

    /** Says what it was told to say. */
    private static final class Told implements Detector {
        private List<Detection> next = List.of();

        @Override
        public Size inputSize() {
            return new Size(1, 1);
        }

        @Override
        public List<Detection> detect(Picture picture) {
            return next;
        }

        @Override
        public String identity() {
            return "told";
        }

        @Override
        public void close() {}
    }
}

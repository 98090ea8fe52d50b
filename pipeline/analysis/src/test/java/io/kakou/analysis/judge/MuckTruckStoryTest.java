package io.kakou.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.Planner;
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

/** Stories of a gate, a letter a look, a look a second. */
class MuckTruckStoryTest {
    private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");
    private static final Picture ANY = Picture.allocate(1, 1);
    private static final Box NEAR = new Box(0.1, 0.3, 0.5, 0.9);
    private static final Box FAR = new Box(0.6, 0.1, 0.9, 0.4);

    /**
     * M muck truck, t the same truck called a truck, s so while it is far off, 2 two muck trucks, D one that is seen twice, o a muck truck outside the gate's zone, . nobody; = the
     * gate saw no change; ? torn.
     */
    @ParameterizedTest(name = "{0}: {1} alerts, {2} releases ({3})")
    @CsvSource({
        "..MMMMM...........,     1, 1, comes and goes",
        "..MMM,                  1, 0, there at the end",
        "..MM..............,     0, 0, called one twice",
        "..MtMtM...........,     1, 1, three of five",
        "..MttMttM.........,     0, 0, three of seven",
        "..tttttttttt......,     0, 0, another truck",
        "..sssssMMM........,     1, 1, far off taken for another",
        "..ssssMMtttttMttt.,     0, 0, far off and near",
        "..MMMtttttttt.....,     1, 1, one pass though later doubted",
        "..M========M======,     0, 0, a picture that has not changed is no vote",
        "..MMM=============,     1, 0, stands still",
        "..M?M?M...........,     1, 1, torn pictures are no looks",
        "..MM.M............,     1, 1, missed by one look",
        "..MMM.........MMM.........,2, 2, two passes",
        "..2222............,     2, 2, two at once",
        "..ooooooo.........,     0, 0, on the road behind the gate",
    })
    void one_alert_a_pass_and_one_release(String story, int alerts, int releases, String why) {
        List<Alert> told = tell(story);
        assertThat(told).filteredOn(a -> a.phase() == AlertPhase.RAISED).hasSize(alerts);
        assertThat(told).filteredOn(a -> a.phase() == AlertPhase.RELEASED).hasSize(releases);
        assertThat(told).extracting(a -> a.id() + a.phase()).doesNotHaveDuplicates();
    }

    @Test
    void the_alert_says_what_where_and_since_when() {
        List<Alert> told = tell("..MtMM............");
        Alert raised = told.get(0);
        assertThat(raised.kind()).isEqualTo(EventKind.MUCK_TRUCK);
        assertThat(raised.subject()).isEqualTo("muck-truck");
        assertThat(raised.onset()).isEqualTo(START.plusSeconds(2));
        assertThat(raised.at()).isEqualTo(START.plusSeconds(5));
        assertThat(raised.looks()).containsExactly("f2", "f4", "f5");
        assertThat(raised.boxes()).singleElement().satisfies(box -> {
            assertThat(box.label()).isEqualTo("muck-truck");
            assertThat(box.score()).isEqualTo(0.8);
        });
        assertThat(told.get(1).id()).isEqualTo(raised.id());
        assertThat(told.get(1).onset()).isEqualTo(raised.onset());
    }

    @ParameterizedTest(name = "{0}: {1} ({2})")
    @CsvSource({
        "..t,      SOONER, a vehicle that was looked at once may be one",
        "..tt,     SOONER, or twice",
        "..ttt,    NONE,   and thrice it is none",
        "..ttM,    SOONER, unless it has a vote",
        "..ttMttt, NONE,   that is not joined by others",
        "..MMM,    NONE,   told",
        "..M.,     SOONER, missed by a look",
        "..M..,    NONE,   passed",
        "..o,      NONE,   behind the gate",
    })
    void what_may_be_one_is_looked_at_again_soon(String story, Planner.Need need, String why) {
        assertThat(last(story, new ArrayList<>()).need()).as(why).isEqualTo(need);
    }

    /** Boxes of a truck that passes in two seconds, a look every fifth. */
    @Test
    void a_truck_that_grows_so_fast_that_its_track_breaks_is_told_once() {
        List<Alert> told = new ArrayList<>();
        Judgement after = last("..abcd", 0.2, told);
        assertThat(after.next().tracks().tracks()).hasSizeGreaterThan(1);
        assertThat(told).singleElement().satisfies(alert -> assertThat(alert.looks())
                .containsExactly("f2", "f3", "f4"));
    }

    /** A detector that is in doubt sees cab and body too. */
    @Test
    void a_truck_that_two_tracks_follow_is_told_once() {
        assertThat(tell("..DDDDDDDD........"))
                .extracting(Alert::phase)
                .containsExactly(AlertPhase.RAISED, AlertPhase.RELEASED);
    }

    @Test
    void a_truck_behind_one_that_has_left_begins_anew() {
        List<Alert> told = new ArrayList<>();
        Judgement unused = last("..ab.........ab", 0.2, told);
        assertThat(told).isEmpty();
    }

    private static List<Alert> tell(String story) {
        List<Alert> told = new ArrayList<>();
        Judgement unused = last(story, told);
        return told;
    }

    /** The judgement of a story's end. */
    private static Judgement last(String story, List<Alert> told) {
        return last(story, 1, told);
    }

    /** @param pace seconds from look to look */
    private static Judgement last(String story, double pace, List<Alert> told) {
        Told detector = new Told();
        CameraJudge judge = new CameraJudge(gate(), detector, JudgeSettings.DEFAULT);
        Judgement judgement = new Judgement(Memory.EMPTY, List.of(), List.of(), List.of(), Planner.Need.NONE);
        for (int i = 0; i < story.length(); i++) {
            Depth depth =
                    switch (story.charAt(i)) {
                        case '=' -> Depth.GATED;
                        case '?' -> Depth.UNKNOWN;
                        default -> Depth.DETECTED;
                    };
            detector.next = detections(story.charAt(i));
            Instant at = START.plusMillis(Math.round(1000 * pace * i));
            Look look = new Look("f" + i, pace * i, at, depth, depth == Depth.DETECTED ? ANY : null);
            judgement = judge.judge(judgement.next(), look);
            told.addAll(judgement.alerts());
        }
        return judgement;
    }

    private static List<Detection> detections(char letter) {
        return switch (letter) {
            case 'M' -> List.of(new Detection("muck-truck", 0.8, NEAR));
            case 't' -> List.of(new Detection("truck", 0.9, NEAR));
            case 's' -> List.of(new Detection("truck", 0.9, new Box(0.2, 0.4, 0.4, 0.6)));
            case '2' ->
                List.of(
                        new Detection("muck-truck", 0.8, NEAR),
                        new Detection("muck-truck", 0.7, new Box(0.5, 0.3, 0.7, 0.9)));
            case 'a' -> growing(new Box(0.39, 0.32, 0.47, 0.46));
            case 'b' -> growing(new Box(0.36, 0.32, 0.57, 0.57));
            case 'c' -> growing(new Box(0.36, 0.35, 0.71, 0.98));
            case 'd' -> growing(new Box(0.5, 0.34, 1, 1));
            case 'D' ->
                List.of(
                        new Detection("muck-truck", 0.8, NEAR),
                        new Detection("muck-truck", 0.7, new Box(0.1, 0.4, 0.3, 0.8)));
            case 'o' -> List.of(new Detection("muck-truck", 0.8, FAR));
            default -> List.of();
        };
    }

    private static List<Detection> growing(Box box) {
        return List.of(new Detection("muck-truck", 0.8, box));
    }

    private static Camera gate() {
        Zone zone = new Zone(
                "gate", List.of(new Corner(0, 0.3), new Corner(0.7, 0.3), new Corner(0.7, 1), new Corner(0, 1)));
        return new Camera(
                "gate-1",
                "gate-1",
                CameraKind.GATE,
                null,
                null,
                null,
                null,
                List.of(zone),
                List.of(EventKind.MUCK_TRUCK));
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

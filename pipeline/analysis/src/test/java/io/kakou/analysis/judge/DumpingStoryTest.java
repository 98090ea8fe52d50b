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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories of a no-dump zone, a letter a look, a look every three seconds. */
class DumpingStoryTest {
    private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");
    private static final double INTERVAL = 3;
    private static final Box ACTOR = new Box(0.3, 0.2, 0.7, 0.6);
    private static final Box HEAP = new Box(0.4, 0.5, 0.6, 0.65);
    private static final Box SECOND = new Box(0.15, 0.6, 0.3, 0.75);
    private static final Box BAG = new Box(0.5, 0.5, 0.53, 0.53);
    private static final Box BESIDE = new Box(0.85, 0.05, 0.98, 0.2);

    /**
     * . the empty zone; T a truck, p a person in it; t a truck that the detector does not see; h a heap of muck; H the heap
     * and the truck; k the heap and a second one, K with a truck; b a bag; o a heap outside of the zone; O with a truck
     * outside; d the empty zone in half the light, D the heap in it;
     * = the gate saw no change; ? torn.
     */
    @ParameterizedTest(name = "{0}: {1} alerts, {2} releases ({3})")
    @CsvSource({
        "...TTHHhhhhhhhh,               1, 0, a truck leaves a heap",
        "...TTHHhhhhhhhh........,       1, 1, and it is taken away",
        "...pppphhhhhhhh,               1, 0, a person leaves one",
        "...TTTT............,           0, 0, a truck passes",
        "...hhhhhhhhhhhhh,              0, 0, nobody was there: what the light or the wind did",
        "...TTHHhhh.........,           0, 0, it is taken away again at once",
        "...TTHHHHHHHHHHHHHHH,          0, 0, the truck still stands there",
        "...TTHHhh=====,                1, 0, nothing changes any more",
        "...TTHHhhh???hhhhh,            1, 0, torn pictures between",
        "...TTHHhhhhhTTHHhhhhhhh,       1, 0, the truck comes again and the heap is the same",
        "...TTHHhhhhhhKKkkkkkkkk,       2, 0, a second heap",
        "...TTHHhhhhhhKKkkkkkkkk......, 2, 2, both are taken away",
        "...TTTttttttttttttt....,       0, 0, a parked truck that the detector loses",
        "...TTHHddddddddd,              0, 0, dusk is no heap",
        "...TTHHDDDDDDDDDD,             1, 0, a heap at dusk",
        "...TTbbbbbbbbbb,               0, 0, smaller than the least",
        "...OOoooooooooo,               0, 0, beside the zone",
        "TTHHhhhhhhhh,                  0, 0, the zone was never seen empty",
        "...TTHHhhHhhHhhHhhhhhhhhh,     1, 0, trucks pass in between",
        "...TTHHhhHhhHh,                1, 0, as long as the zone is empty now and then",
        "...TTHHhHHHHHHHHHHHHHHHHH,     0, 0, seen once between two trucks",
        "...TTHHhhHtttttttt,            0, 0, a truck that the detector loses over it",
    })
    void tells_what_was_left(String story, int raised, int released, String why) {
        List<Alert> alerts = tell(story);
        assertThat(alerts.stream().filter(alert -> alert.phase() == AlertPhase.RAISED))
                .as(why)
                .hasSize(raised);
        assertThat(alerts.stream().filter(alert -> alert.phase() == AlertPhase.RELEASED))
                .as(why)
                .hasSize(released);
    }

    /** As above; U the truck with its top risen, V the truck nearer by, Q its top risen and its side come to be seen. */
    @ParameterizedTest(name = "{0}: {1} alerts, {2} releases ({3})")
    @CsvSource({
        "...TTUUUU......, 1, 1, it tips and leaves",
        "...TTUUUUTTT,    1, 1, and lowers its body",
        "...TTUU?UUTTT,   1, 1, a torn picture between",
        "...TTUUTTT,      0, 0, two looks are none",
        "...TTUTUTUTUT,   0, 0, a box that flickers",
        "...UUUUUUU,      0, 0, tall from the first look on",
        "...TTVVVVV,      0, 0, it drives nearer: all of the box grows",
        "...TTQQQQQ,      0, 0, what hid it drives away",
        "...TTUUUUTTUUUU, 2, 1, it tips twice",
    })
    void tells_a_vehicle_that_tips(String story, int raised, int released, String why) {
        List<Alert> alerts = tell(story).stream()
                .filter(alert -> alert.subject().equals("tipping"))
                .toList();
        assertThat(alerts.stream().filter(alert -> alert.phase() == AlertPhase.RAISED))
                .as(why)
                .hasSize(raised);
        assertThat(alerts.stream().filter(alert -> alert.phase() == AlertPhase.RELEASED))
                .as(why)
                .hasSize(released);
    }

    @Test
    void the_alert_says_since_when_and_where() {
        Alert alert = tell("...TTHHhhhhhhhh").get(0);
        assertThat(alert.kind()).isEqualTo(EventKind.DUMPING);
        assertThat(alert.onset()).isEqualTo(START.plusSeconds(9));
        assertThat(alert.at()).isEqualTo(START.plusSeconds(33));
        assertThat(alert.boxes()).singleElement().satisfies(box -> {
            assertThat(new Box(box.left(), box.top(), box.right(), box.bottom()).iou(HEAP))
                    .isGreaterThan(0.7);
            assertThat(box.score()).isGreaterThan(0.7);
        });
        assertThat(alert.looks()).containsExactly("f7", "f8", "f9", "f10", "f11");
    }

    @Test
    void its_release_names_the_same_alert() {
        assertThat(tell("...TTHHhhhhhhhh........"))
                .extracting(Alert::id)
                .hasSize(2)
                .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)));
    }

    @Test
    void a_camera_without_a_zone_is_not_watched_for_it() {
        assertThat(new Teller(List.of()).tell("...TTHHhhhhhhhh")).isEmpty();
    }

    @Test
    void what_is_remembered_fits_a_snapshot() {
        Teller teller = new Teller(List.of(zone()));
        teller.tell("...TTHHhhhhhhKKkkkkkkkkTThhhhhhhhhhTTHHhhhhhhhh");
        assertThat(io.kakou.events.json.Json.write(teller.memory).length).isLessThan(64 * 1024);
    }

    private static List<Alert> tell(String story) {
        return new Teller(List.of(zone())).tell(story);
    }

    private static Zone zone() {
        return new Zone(
                "no-dump",
                List.of(new Corner(0.1, 0.3), new Corner(0.8, 0.3), new Corner(0.8, 0.9), new Corner(0.1, 0.9)));
    }

    /** Draws a story, tells it to a judge, and is the one who sees who is there. */
    private static final class Teller implements Detector {
        private final CameraJudge judge;
        private Memory memory = Memory.EMPTY;
        private char letter;

        private Teller(List<Zone> zones) {
            Camera camera = new Camera(
                    "gate-1", "gate-1", CameraKind.GATE, null, null, null, null, zones, List.of(EventKind.DUMPING));
            this.judge = new CameraJudge(camera, this, JudgeSettings.DEFAULT);
        }

        private List<Alert> tell(String story) {
            List<Alert> told = new ArrayList<>();
            for (int i = 0; i < story.length(); i++) {
                letter = story.charAt(i);
                Judgement judgement = judge.judge(memory, look(i));
                memory = judgement.next();
                told.addAll(judgement.alerts());
            }
            return told;
        }

        private Look look(int number) {
            Depth depth =
                    switch (letter) {
                        case '=' -> Depth.GATED;
                        case '?' -> Depth.UNKNOWN;
                        default -> Depth.DETECTED;
                    };
            double seconds = number * INTERVAL;
            Instant at = START.plusSeconds(Math.round(seconds));
            return new Look("f" + number, seconds, at, depth, depth == Depth.DETECTED ? drawn(number) : null);
        }

        /** Asphalt with its grain, and what the letter says. */
        private Picture drawn(int number) {
            Picture picture = Picture.allocate(300, 300);
            Random grain = new Random(7);
            Random noise = new Random(number);
            double light = letter == 'd' || letter == 'D' ? 0.6 : 1;
            for (int i = 0; i < 300 * 300; i++) {
                int row = i / 300;
                double x = (i % 300 + 0.5) / 300;
                double y = (row + 0.5) / 300;
                double grey = 90 + 30 * y + 8 * grain.nextGaussian();
                grey = covers(x, y) ? 190 + 10 * grain.nextGaussian() : grey;
                int value = (int) Math.max(0, Math.min(255, light * grey + 2 * noise.nextGaussian()));
                for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                    picture.rgb().put(3 * i + channel, (byte) value);
                }
            }
            return picture;
        }

        private boolean covers(double x, double y) {
            return switch (letter) {
                case 'T', 't', 'p' -> in(ACTOR, x, y);
                case 'H' -> in(ACTOR, x, y) || in(HEAP, x, y);
                case 'h', 'D' -> in(HEAP, x, y);
                case 'K' -> in(ACTOR, x, y) || in(HEAP, x, y) || in(SECOND, x, y);
                case 'k' -> in(HEAP, x, y) || in(SECOND, x, y);
                case 'b' -> in(BAG, x, y);
                case 'o', 'O' -> in(BESIDE, x, y);
                default -> false;
            };
        }

        private static boolean in(Box box, double x, double y) {
            return x >= box.left() && x <= box.right() && y >= box.top() && y <= box.bottom();
        }

        @Override
        public List<Detection> detect(Picture picture) {
            return switch (letter) {
                case 'T', 'H', 'K' -> List.of(new Detection("truck", 0.8, ACTOR));
                case 'p' -> List.of(new Detection("person", 0.8, ACTOR));
                case 'U' -> List.of(new Detection("truck", 0.8, new Box(0.3, 0.04, 0.7, 0.6)));
                case 'V' -> List.of(new Detection("truck", 0.8, new Box(0.25, 0.06, 0.75, 0.68)));
                case 'Q' -> List.of(new Detection("truck", 0.8, new Box(0.3, 0.04, 0.76, 0.6)));
                case 'O' -> List.of(new Detection("truck", 0.8, BESIDE));
                default -> List.of();
            };
        }

        @Override
        public Size inputSize() {
            return new Size(300, 300);
        }

        @Override
        public String identity() {
            return "told";
        }

        @Override
        public void close() {}
    }
}

package io.kakou.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.Planner.Need;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Corner;
import io.kakou.events.EventKind;
import io.kakou.events.Zone;
import io.kakou.events.json.Json;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Seen;
import io.kakou.models.Size;
import io.kakou.models.WaterMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories of a road, a letter a look, a look every twenty seconds. */
class WaterloggingStoryTest {
    private static final Instant START = Instant.parse("2026-06-24T16:00:00Z");
    private static final double INTERVAL = 20;
    private static final Picture ANY = Picture.allocate(1, 1);
    private static final int SIDE = 10;
    /** Long enough for the dry memory to count. */
    private static final String DRY = "........";

    /**
     * . dry, s shine on the road, S more of it, w water on most of it, W on all of it, p a puddle, f fog, ? torn, = the gate saw no
     * change, o water outside the road zone.
     */
    @ParameterizedTest(name = "{0}: {1} alerts, {2} releases ({3})")
    @CsvSource({
        "........wwwwww,                   1, 0, water comes and stays",
        "........wwwwww................,   1, 1, water comes and goes",
        "wwwwww,                           1, 0, water from the first look on",
        "........w.......,                 0, 0, one splash",
        "........ww......,                 0, 0, two looks are not enough",
        "........ww.w....,                 1, 0, three of four",
        "........w.w.w...,                 0, 0, three of five",
        "........wwwwww..ww..ww..ww........,1, 1, water that a wave hides now and then",
        "........www............www...........,2, 2, two floods",
        "........wwwfffffffffff,           1, 0, fog releases nothing",
        "........www???????????,           1, 0, torn pictures release nothing",
        "........ffffffffffffff,           0, 0, fog is no water",
        "........wfwfw,                    1, 0, fog between is no evidence against",
        "........pppppppppppppp,           0, 0, a puddle is no flood",
        "........oooooooooooooo,           0, 0, water beside the road",
        "SSSSSSSS,                         1, 0, much shine on a road that was never seen without",
        "ssssssssSSSSSSSS,                 0, 0, much shine on a road that always shines",
        "pppppppppppppppppppppppp,         0, 0, a puddle from the first look on",
        "........WWWW==========,           1, 0, standing water in which nothing moves",
    })
    void one_alert_a_flood_and_one_release(String story, int alerts, int releases, String why) {
        List<Alert> told = tell(story);
        assertThat(told).filteredOn(a -> a.phase() == AlertPhase.RAISED).hasSize(alerts);
        assertThat(told).filteredOn(a -> a.phase() == AlertPhase.RELEASED).hasSize(releases);
    }

    @Test
    void every_look_that_shows_no_water_teaches_what_dry_is() {
        Teller teller = new Teller();
        "ss.pf?=s".chars().forEach(letter -> teller.look((char) letter));
        assertThat(teller.memory.waterlogging().dry().looks()).isEqualTo(5);
        "WWW".chars().forEach(letter -> teller.look((char) letter));
        assertThat(teller.memory.waterlogging().dry().looks()).isEqualTo(5);
        assertThat(teller.told).singleElement().satisfies(alert -> {
            assertThat(alert.subject()).isEqualTo("water-whole");
            assertThat(alert.score()).isEqualTo(1);
        });
    }

    @Test
    void the_alert_says_how_much_where_and_since_when() {
        List<Alert> told = tell(DRY + "www..........");
        Alert raised = told.get(0);
        assertThat(raised.kind()).isEqualTo(EventKind.WATERLOGGING);
        assertThat(raised.rule()).isEqualTo("waterlogging/1");
        assertThat(raised.subject()).isEqualTo("water-most");
        assertThat(raised.onset()).isEqualTo(START.plusSeconds(160));
        assertThat(raised.at()).isEqualTo(START.plusSeconds(200));
        assertThat(raised.looks()).containsExactly("f10");
        assertThat(raised.boxes()).singleElement().satisfies(box -> {
            assertThat(box.label()).isEqualTo("water");
            assertThat(box.left()).isZero();
            assertThat(box.right()).isEqualTo(0.7);
        });
        Alert released = told.get(1);
        assertThat(released.id()).isEqualTo(raised.id());
        assertThat(released.onset()).isEqualTo(raised.onset());
        assertThat(released.boxes()).isEmpty();
    }

    @Test
    void the_deciding_look_and_the_memory_before_it_raise_the_same_alert() {
        Teller teller = new Teller();
        (DRY + "ww").chars().forEach(letter -> teller.look((char) letter));
        Memory before = teller.memory;
        Judgement judgement = teller.look('w');
        assertThat(judgement.alerts()).hasSize(1);
        assertThat(new Teller(before, 10).look('w')).isEqualTo(judgement);
    }

    @Test
    void looks_a_second_apart_count_once() {
        Teller teller = new Teller();
        for (int i = 0; i < 9; i++) {
            teller.look('W', i, i);
        }
        assertThat(teller.told).isEmpty();
    }

    @Test
    void looks_on_both_sides_of_an_outage_are_not_added_up() {
        Teller teller = new Teller();
        teller.look('W', 0, 0);
        teller.look('W', 1, 20);
        teller.look('W', 2, 600);
        assertThat(teller.told).isEmpty();
    }

    @Test
    void suspected_water_asks_for_looks_sooner_a_flood_for_detections_and_a_dry_road_for_nothing() {
        Teller teller = new Teller();
        assertThat(teller.look('.').need()).isEqualTo(Need.NONE);
        assertThat(teller.look('w').need()).isEqualTo(Need.SOONER);
        assertThat(teller.look('w').need()).isEqualTo(Need.SOONER);
        assertThat(teller.look('w').need()).isEqualTo(Need.DETECTION);
    }

    @Test
    void the_memory_of_a_month_stays_below_64_KB_and_survives_JSON() throws Exception {
        Teller teller = new Teller(64);
        (DRY.repeat(40) + "wwww" + DRY.repeat(2) + "ww").chars().forEach(letter -> teller.look((char) letter));
        byte[] json = Json.write(teller.memory);
        assertThat(json.length).isLessThan(64 * 1024);
        assertThat(Json.read(Memory.class, json)).isEqualTo(teller.memory);
    }

    @Test
    void memory_and_looks_in_the_same_judgements_out_a_thousand_times() {
        String story = DRY + ".s.w=ww?wfw..........www";
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
            all.add(teller.look(story.charAt(i)));
        }
        return all;
    }

    private static final class Teller {
        private final Told detector = new Told();
        private final CameraJudge judge = new CameraJudge(road(), detector, JudgeSettings.DEFAULT);
        private final List<Alert> told = new ArrayList<>();
        private final int side;
        private Memory memory = Memory.EMPTY;
        private int next;

        private Teller() {
            this(SIDE);
        }

        private Teller(int side) {
            this.side = side;
        }

        private Teller(Memory memory, int next) {
            this(SIDE);
            this.memory = memory;
            this.next = next;
        }

        private Judgement look(char letter) {
            int frame = next++;
            return look(letter, frame, frame * INTERVAL);
        }

        private Judgement look(char letter, int frame, double seconds) {
            Depth depth =
                    switch (letter) {
                        case '=' -> Depth.GATED;
                        case '?' -> Depth.UNKNOWN;
                        default -> Depth.DETECTED;
                    };
            detector.next = map(letter, side);
            Instant at = START.plusMillis(Math.round(seconds * 1000));
            Picture picture = depth == Depth.DETECTED ? ANY : null;
            Judgement judgement = judge.judge(memory, new Look("f" + frame, seconds, at, depth, picture));
            memory = judgement.next();
            told.addAll(judgement.alerts());
            return judgement;
        }
    }

    /** The lower half of the picture. */
    private static Camera road() {
        Zone zone =
                new Zone("road", List.of(new Corner(0, 0.5), new Corner(1, 0.5), new Corner(1, 1), new Corner(0, 1)));
        return new Camera(
                "road-7",
                "road-7",
                CameraKind.ROAD,
                null,
                null,
                null,
                null,
                List.of(zone),
                List.of(EventKind.WATERLOGGING));
    }

    private static WaterMap map(char letter, int side) {
        byte[] levels = new byte[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                boolean road = row >= side / 2;
                levels[row * side + column] = (byte) (road == (letter != 'o') ? level(letter, column * 10 / side) : 20);
            }
        }
        return new WaterMap(side, side, levels, letter == 'f' ? 0.9 : 0.1, 80);
    }

    /** At a tenth of the picture's width. */
    private static int level(char letter, int tenth) {
        return switch (letter) {
            case 'w', 'o' -> tenth < 7 ? 220 : 20;
            case 's' -> 120;
            case 'S' -> 152;
            case 'f', 'W' -> 220;
            case 'p' -> tenth < 1 ? 220 : 20;
            default -> 20;
        };
    }

    /** Says what it was told to say. */
    private static final class Told implements Detector {
        private WaterMap next = new WaterMap(1, 1, new byte[1], 0, 80);

        @Override
        public Size inputSize() {
            return new Size(1, 1);
        }

        @Override
        public List<Detection> detect(Picture picture) {
            return List.of();
        }

        @Override
        public Seen see(Picture picture) {
            return new Seen(List.of(), next);
        }

        @Override
        public String identity() {
            return "told";
        }

        @Override
        public void close() {}
    }
}

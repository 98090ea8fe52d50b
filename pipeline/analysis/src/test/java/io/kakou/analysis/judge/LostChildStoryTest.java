package io.kakou.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.Planner.Need;
import io.kakou.analysis.plate.VehicleReader;
import io.kakou.analysis.rule.LostChildMemory;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Zone;
import io.kakou.events.json.Json;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.face.Age;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories of a street of 16:9 whose adults are a quarter of the picture tall at its middle, two looks a second. */
class LostChildStoryTest {
    private static final double INTERVAL = 0.5;
    private static final double FOOT = 0.7;
    private static final double ADULT = 0.3;
    private static final double CHILD = 0.6;
    private static final Size HD = new Size(1920, 1080);
    private static final Picture SHARP = Picture.allocate(HD.width(), HD.height());

    private final Told detector = new Told();
    private CameraJudge judge = new CameraJudge(street(List.of()), detector, JudgeSettings.DEFAULT);
    private final List<Alert> told = new ArrayList<>();
    private Memory memory = Memory.EMPTY;
    private Need need = Need.NONE;
    private double clock;
    private int asked;

    @BeforeEach
    void ten_adults_walk_by_first() {
        for (int i = 0; i < 10; i++) {
            double foot = 0.5 + 0.045 * i;
            tell(8, seconds -> List.of(person(0.1 + 0.1 * seconds, foot, 1)));
            tell(11, seconds -> List.of());
        }
        assertThat(told).isEmpty();
        assertThat(memory.lostChild().walks().stature().adults()).isNotNull();
    }

    @Test
    void a_child_alone_is_told_once_and_released_when_it_is_gone() {
        tell(20, seconds -> List.of(person(0.1 + 0.03 * seconds, FOOT, CHILD)));
        assertThat(phases()).containsExactly(AlertPhase.RAISED);
        tell(15, seconds -> List.of());
        assertThat(phases()).containsExactly(AlertPhase.RAISED, AlertPhase.RELEASED);
        Alert raised = told.get(0);
        assertThat(raised.kind()).isEqualTo(EventKind.LOST_CHILD);
        assertThat(raised.subject()).isEqualTo("child");
        assertThat(raised.boxes()).singleElement().satisfies(box -> {
            assertThat(box.label()).isEqualTo("child");
            assertThat(box.score()).isGreaterThan(0.5);
        });
        assertThat(raised.looks()).hasSizeBetween(5, 12);
        assertThat(told.get(1).id()).isEqualTo(raised.id());
    }

    /** At keyframes alone a child would be known after eight seconds of the ten that are waited. */
    @Test
    void somebody_small_is_looked_at_soon_after_a_single_look_and_for_a_while_when_missed() {
        tell(0.5, seconds -> List.of(person(0.4, FOOT, CHILD)));
        assertThat(need).isEqualTo(Need.SOONER);
        tell(3, seconds -> List.of());
        assertThat(need).isEqualTo(Need.SOONER);
        tell(3, seconds -> List.of());
        assertThat(need).isEqualTo(Need.NONE);
        tell(0.5, seconds -> List.of(person(0.7, FOOT, 1)));
        assertThat(need).isEqualTo(Need.NONE);
    }

    @Test
    void an_adult_alone_is_nobody() {
        tell(60, seconds -> List.of(person(0.1 + 0.01 * seconds, FOOT, 1)));
        assertThat(told).isEmpty();
    }

    @Test
    void a_child_by_the_hand_of_an_adult_is_not_alone() {
        tell(
                40,
                seconds -> List.of(
                        person(0.1 + 0.02 * seconds, FOOT, CHILD), person(0.16 + 0.02 * seconds, FOOT + 0.01, 1)));
        assertThat(told).isEmpty();
    }

    @Test
    void a_child_that_runs_a_few_steps_ahead_is_not_alone() {
        tell(6, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, CHILD), person(0.16 + 0.02 * seconds, FOOT, 1)));
        tell(30, seconds -> List.of(person(0.3 + 0.02 * seconds, FOOT, CHILD), person(0.12 + 0.02 * seconds, FOOT, 1)));
        assertThat(told).isEmpty();
    }

    @Test
    void a_child_left_behind_is_told() {
        tell(6, seconds -> List.of(person(0.3 + 0.01 * seconds, FOOT, CHILD), person(0.36 + 0.01 * seconds, FOOT, 1)));
        tell(5, seconds -> List.of(person(0.36, FOOT, CHILD), person(Math.min(0.97, 0.42 + 0.14 * seconds), FOOT, 1)));
        tell(25, seconds -> List.of(person(0.36 - 0.005 * seconds, FOOT, CHILD)));
        assertThat(phases()).containsExactly(AlertPhase.RAISED);
    }

    @Test
    void a_passer_by_is_no_company() {
        tell(9, seconds -> List.of(person(0.3 + 0.01 * seconds, FOOT, CHILD)));
        tell(
                5,
                seconds -> List.of(
                        person(0.39 + 0.01 * seconds, FOOT, CHILD), person(0.05 + 0.2 * seconds, FOOT + 0.03, 1)));
        tell(6, seconds -> List.of(person(0.44 + 0.01 * seconds, FOOT, CHILD)));
        assertThat(phases()).containsExactly(AlertPhase.RAISED);
    }

    @Test
    void an_adult_who_joins_the_child_ends_it() {
        tell(20, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, CHILD)));
        tell(
                8,
                seconds -> List.of(
                        person(0.5 + 0.02 * seconds, FOOT, CHILD), person(0.57 + 0.02 * seconds, FOOT + 0.01, 1)));
        assertThat(phases()).containsExactly(AlertPhase.RAISED, AlertPhase.RELEASED);
    }

    @Test
    void two_children_are_no_company_for_each_other() {
        tell(
                25,
                seconds ->
                        List.of(person(0.1 + 0.02 * seconds, FOOT, CHILD), person(0.17 + 0.02 * seconds, FOOT, 0.65)));
        assertThat(phases()).containsExactly(AlertPhase.RAISED, AlertPhase.RAISED);
    }

    @Test
    void a_child_on_a_balance_bike_is_measured_with_its_wheels() {
        tell(
                25,
                seconds -> List.of(
                        person(0.1 + 0.02 * seconds, FOOT - 0.01, 0.55), wheels(0.1 + 0.02 * seconds, FOOT, 0.07)));
        assertThat(phases()).containsExactly(AlertPhase.RAISED);
    }

    @Test
    void an_adult_on_a_bicycle_is_no_child_though_the_box_ends_at_the_pedals() {
        tell(
                25,
                seconds -> List.of(
                        person(0.1 + 0.02 * seconds, FOOT - 0.06, 0.75), wheels(0.1 + 0.02 * seconds, FOOT, 0.17)));
        assertThat(told).isEmpty();
    }

    @Test
    void a_child_on_the_seat_of_an_e_bike_is_not_alone_though_nobody_saw_who_rides() {
        tell(
                25,
                seconds -> List.of(
                        person(0.1 + 0.02 * seconds, FOOT - 0.03, 0.5), wheels(0.1 + 0.02 * seconds, FOOT, 0.15)));
        assertThat(told).isEmpty();
    }

    @Test
    void a_child_on_a_balance_bike_beside_an_adult_on_foot_is_not_alone() {
        tell(
                25,
                seconds -> List.of(
                        person(0.1 + 0.02 * seconds, FOOT - 0.01, 0.55),
                        wheels(0.1 + 0.02 * seconds, FOOT, 0.07),
                        person(0.19 + 0.02 * seconds, FOOT + 0.01, 1)));
        assertThat(told).isEmpty();
    }

    @Test
    void a_child_that_sits_in_a_pram_is_not_alone_and_is_when_it_walks_by_itself() {
        tell(20, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, 1), seated(0.17 + 0.02 * seconds, FOOT)));
        assertThat(told).isEmpty();
        tell(5, seconds -> List.of(person(Math.min(0.97, 0.5 + 0.14 * seconds), FOOT, 1)));
        tell(25, seconds -> List.of(person(0.3 + 0.02 * seconds, FOOT, CHILD)));
        assertThat(phases()).containsExactly(AlertPhase.RAISED);
    }

    @Test
    void a_child_in_arms_is_not_alone() {
        tell(
                25,
                seconds -> List.of(
                        person(0.1 + 0.02 * seconds, FOOT, 1), person(0.115 + 0.02 * seconds, FOOT - 0.11, 0.45)));
        assertThat(told).isEmpty();
    }

    @Test
    void a_post_as_tall_as_a_child_never_moved_and_is_none() {
        tell(60, seconds -> List.of(person(0.4, FOOT, CHILD)));
        assertThat(told).isEmpty();
    }

    @Test
    void who_is_cut_off_by_the_edge_is_not_measured() {
        tell(
                30,
                seconds -> List.of(
                        new Detection("person", 0.8, new Box(0.4 + 0.01 * seconds, 0.8, 0.45 + 0.01 * seconds, 1))));
        assertThat(told).isEmpty();
    }

    @Test
    void at_a_schools_gate_it_takes_longer() {
        judge = new CameraJudge(street(List.of(Zone.whole("children"))), detector, JudgeSettings.DEFAULT);
        tell(30, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, CHILD)));
        assertThat(told).isEmpty();
        tell(40, seconds -> List.of(person(0.7 - 0.01 * seconds, FOOT, CHILD)));
        assertThat(phases()).containsExactly(AlertPhase.RAISED);
    }

    @Test
    void the_next_look_comes_sooner_while_a_child_is_there_and_not_for_adults() {
        tell(6, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, 1)));
        assertThat(need).isEqualTo(Need.NONE);
        tell(15, seconds -> List.of());
        tell(6, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, CHILD)));
        assertThat(need).isEqualTo(Need.SOONER);
    }

    @Test
    void a_child_by_height_whose_face_is_an_adults_is_not_told() {
        judge = looking(40);
        tell(25, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, CHILD)));
        assertThat(told).isEmpty();
        assertThat(asked).isBetween(3, 7);
    }

    @Test
    void a_child_by_height_whose_face_is_a_childs_is_told() {
        judge = looking(6);
        tell(25, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, CHILD)));
        assertThat(phases()).containsExactly(AlertPhase.RAISED);
    }

    @Test
    void who_is_between_child_and_adult_by_height_is_told_by_the_face() {
        judge = looking(8);
        tell(25, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, 0.81)));
        assertThat(phases()).containsExactly(AlertPhase.RAISED);
        assertThat(told.get(0).score()).isEqualTo(0.5);
    }

    @Test
    void an_adult_by_height_whose_face_is_a_childs_is_not_told() {
        judge = looking(8);
        tell(25, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, 1)));
        assertThat(told).isEmpty();
    }

    @Test
    void a_face_of_an_age_between_says_nothing() {
        judge = looking(15);
        tell(25, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, CHILD)));
        assertThat(phases()).containsExactly(AlertPhase.RAISED);
        assertThat(asked).isBetween(15, 20);
    }

    @Test
    void a_face_is_asked_once_a_second_and_nobody_who_is_far_away() {
        judge = looking(15);
        tell(10, seconds -> List.of(person(0.1 + 0.02 * seconds, FOOT, CHILD), person(0.4, 0.5, 0.5)));
        assertThat(asked).isBetween(8, 10);
    }

    @Test
    void the_memory_of_the_busiest_minute_is_small_and_reads_back_as_it_was() throws Exception {
        tell(60, seconds -> crowd(seconds));
        byte[] kept = Json.write(memory.lostChild());
        assertThat(kept.length).isLessThanOrEqualTo(64 << 10);
        assertThat(Json.read(LostChildMemory.class, kept)).isEqualTo(memory.lostChild());
    }

    @Test
    void the_same_looks_give_the_same_judgements() {
        Memory before = memory;
        double at = clock;
        List<Judgement> first = tell(20, seconds -> crowd(seconds));
        memory = before;
        clock = at;
        assertThat(tell(20, seconds -> crowd(seconds))).isEqualTo(first);
    }

    /** A judge with a reader to which every face looks so old, in pictures 1,080 pixels high. */
    private CameraJudge looking(double years) {
        FaceReader faces = new FaceReader() {
            @Override
            public String identity() {
                return "told";
            }

            @Override
            public Optional<Age> read(Picture picture, Box person) {
                asked++;
                return Optional.of(new Age(years, years < 12 ? 0.9 : years < 18 ? 0.35 : 0.05, 40));
            }
        };
        return new CameraJudge(
                street(List.of()), detector, new Readers(VehicleReader.NONE, faces), JudgeSettings.DEFAULT);
    }

    private static List<Detection> crowd(double seconds) {
        List<Detection> crowd = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            crowd.add(person(0.03 + 0.016 * i + 0.001234567 * seconds, 0.45 + 0.07123456 * (i % 7), 0.9 + 0.003 * i));
        }
        return crowd;
    }

    private List<Judgement> tell(double length, DoubleFunction<List<Detection>> scene) {
        List<Judgement> judgements = new ArrayList<>();
        for (double seconds = 0; seconds < length; seconds += INTERVAL) {
            detector.next = scene.apply(seconds);
            clock += INTERVAL;
            Instant at = Look.instant(Instant.EPOCH, clock);
            Picture sharp = judge.wantsSharp(memory, HD) ? SHARP : null;
            Look look = new Look("f" + clock, clock, at, Depth.DETECTED, Picture.allocate(1, 1), sharp);
            Judgement judgement = judge.judge(memory, look);
            memory = judgement.next();
            need = judgement.need();
            told.addAll(judgement.alerts());
            judgements.add(judgement);
        }
        return judgements;
    }

    private List<AlertPhase> phases() {
        return told.stream().map(Alert::phase).toList();
    }

    /** Somebody by the middle of the feet, so tall against an adult. */
    private static Detection person(double x, double foot, double size) {
        double height = ADULT * (foot - 0.1) / 0.6 * size;
        double half = height / (2.5 * 16 / 9) / 2;
        return new Detection("person", 0.8, Box.clipped(x - half, foot - height, x + half, foot));
    }

    /** As low as half an adult and as wide. */
    private static Detection seated(double x, double foot) {
        double height = ADULT * (foot - 0.1) / 0.6 / 2;
        return new Detection("person", 0.8, Box.clipped(x - 0.04, foot - height, x + 0.04, foot));
    }

    private static Detection wheels(double x, double foot, double height) {
        return new Detection("bicycle", 0.8, Box.clipped(x - 0.05, foot - height, x + 0.05, foot));
    }

    private static Camera street(List<Zone> zones) {
        return new Camera(
                "street-3",
                "street-3",
                CameraKind.STREET,
                null,
                null,
                null,
                null,
                zones,
                List.of(EventKind.LOST_CHILD));
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

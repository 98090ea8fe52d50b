package io.kakou.analysis.stature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A camera whose adults are {@code 0.4 × (foot − 0.1)} of the picture tall, ± 6 % among people and ± 6 % among looks. */
class StaturesTest {
    private static final double HORIZON = 0.1;
    private static final double PER_FOOT = 0.4;
    private static final double SHAPE = 3.5;

    private final Statures statures = new Statures(StatureSettings.DEFAULT);
    private final Random random = new Random(7);

    @ParameterizedTest(name = "{0} of 100 people are children, {1} of 100 boxes are cut off: {2}")
    @CsvSource({
        "0,  0,  an office street",
        "15, 0,  an ordinary street",
        "30, 0,  a park",
        "70, 0,  a school's gate",
        "10, 12, cars hide people's legs",
    })
    void the_adults_are_found_among_others(int children, int cut, String why) {
        AdultHeight adults = learned(60, children, cut).adults();
        assertThat(adults).isNotNull();
        for (double foot = 0.4; foot < 0.95; foot += 0.1) {
            assertThat(adults.at(0.5, foot) / height(foot))
                    .as("at foot " + foot)
                    .isCloseTo(1, within(0.1));
        }
    }

    @Test
    void nobody_is_judged_before_some_people_have_been_seen() {
        StatureMemory memory = learned(4, 0, 0);
        assertThat(statures.judge(memory.adults(), walk(1000, 0.55, 12)).build())
                .isEqualTo(Build.UNKNOWN);
    }

    @ParameterizedTest(name = "{0} of an adult over {1} looks: {2}")
    @CsvSource({
        "0.55, 8, CHILD",
        "0.70, 8, CHILD",
        "0.81, 8, UNKNOWN",
        "0.93, 8, ADULT",
        "1.10, 8, ADULT",
        "0.55, 2, UNKNOWN"
    })
    void a_person_is_judged_by_the_middle_of_its_looks(double size, int looks, Build build) {
        AdultHeight adults = learned(60, 10, 0).adults();
        assertThat(statures.judge(adults, exact(size, looks, 0.5)).build()).isEqualTo(build);
    }

    @Test
    void two_seconds_are_needed_however_many_looks_there_are() {
        AdultHeight adults = learned(60, 10, 0).adults();
        assertThat(statures.judge(adults, exact(0.55, 12, 0.1)).build()).isEqualTo(Build.UNKNOWN);
    }

    @Test
    void who_bends_down_is_no_child() {
        AdultHeight adults = learned(60, 10, 0).adults();
        List<Standing> bent = exact(0.55, 8, 0.5).stream()
                .map(one ->
                        Standing.once(1, one.seconds(), one.x(), one.foot(), one.height(), height(one.foot()) / SHAPE))
                .toList();
        assertThat(statures.judge(adults, bent).build()).isEqualTo(Build.UNKNOWN);
    }

    @Test
    void where_nobody_ever_walked_nobody_is_judged() {
        AdultHeight adults = learned(60, 10, 0).adults();
        Standing far = Standing.once(1, 0, 0.5, 0.2, 0.08, 0.02);
        assertThat(adults).isNotNull();
        assertThat(statures.isKnown(adults, far)).isFalse();
    }

    @Test
    void a_track_that_went_from_one_person_to_another_is_nobody() {
        AdultHeight adults = learned(60, 10, 0).adults();
        List<Standing> mixed = new ArrayList<>(exact(0.55, 5, 0.5));
        exact(1, 4, 0.5)
                .forEach(one ->
                        mixed.add(Standing.once(1, one.seconds() + 5, one.x(), one.foot(), one.height(), one.width())));
        assertThat(statures.judge(adults, mixed).build()).isEqualTo(Build.UNKNOWN);
    }

    @Test
    void a_crooked_camera_is_learned_as_it_hangs() {
        StatureMemory memory = StatureMemory.EMPTY;
        for (int person = 0; person < 60; person++) {
            for (Standing one : walk(person, 1, 8)) {
                double height = one.height() - PER_FOOT * 0.1 * (one.x() - 0.5);
                memory = statures.learn(
                        memory,
                        List.of(Standing.once(person, one.seconds(), one.x(), one.foot(), height, one.width())));
            }
        }
        AdultHeight adults = memory.adults();
        assertThat(adults).isNotNull();
        assertThat(adults.at(0.9, 0.7) / adults.at(0.1, 0.7)).isCloseTo(0.56 / 0.64, within(0.05));
    }

    @Test
    void a_day_of_people_is_remembered_in_a_bounded_space() {
        StatureMemory memory = learned(3000, 10, 0);
        assertThat(memory.seen()).hasSizeLessThanOrEqualTo(Statures.MOST);
    }

    private static double height(double foot) {
        return PER_FOOT * (foot - HORIZON);
    }

    private StatureMemory learned(int people, int childrenOf100, int cutOf100) {
        StatureMemory memory = StatureMemory.EMPTY;
        for (int person = 0; person < people; person++) {
            double size = person % 10 * 10 < childrenOf100 ? 0.6 : 1;
            for (Standing one : walk(person, size * (1 + 0.06 * random.nextGaussian()), 8)) {
                double shown = random.nextInt(100) < cutOf100 ? 0.6 : 1;
                memory = statures.learn(
                        memory,
                        List.of(Standing.once(
                                person, one.seconds(), one.x(), one.foot(), one.height() * shown, one.width())));
            }
        }
        return memory;
    }

    /** A walk across the picture with a detector's errors. */
    private List<Standing> walk(long person, double size, int looks) {
        List<Standing> walk = new ArrayList<>();
        double from = 0.35 + 0.55 * random.nextDouble();
        for (int i = 0; i < looks; i++) {
            double foot = Math.min(0.95, Math.max(0.35, from + 0.02 * (i - looks / 2)));
            double height = height(foot) * size * (1 + 0.06 * random.nextGaussian());
            walk.add(
                    Standing.once(person, 20.0 * person + i, 0.1 + 0.1 * i, foot, height, height(foot) * size / SHAPE));
        }
        return walk;
    }

    private static List<Standing> exact(double size, int looks, double interval) {
        List<Standing> walk = new ArrayList<>();
        for (int i = 0; i < looks; i++) {
            double height = height(0.7) * size;
            walk.add(Standing.once(1, i * interval, 0.5, 0.7, height, height / SHAPE));
        }
        return walk;
    }
}

package io.kakou.analysis.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kakou.analysis.look.StreetPlanner.Activity;
import io.kakou.analysis.look.StreetPlanner.Sharing;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreetPlannerTest {
    private static final Wish LIFT = new Wish(Rank.LIFT, Effort.FOLLOW, PlannerSettings.LIFT);
    private static final Wish GATE = new Wish(Rank.GATE, Effort.FOLLOW, PlannerSettings.STREET);
    private static final Wish ROAD = new Wish(Rank.ROAD, Effort.SAMPLE, PlannerSettings.ROAD);
    private static final Wish CHILDREN = new Wish(Rank.MARKED, Effort.FOLLOW, PlannerSettings.STREET);
    private static final Wish STREET = new Wish(Rank.STREET, Effort.FOLLOW, PlannerSettings.STREET);

    private static final Spent JAMMED = new Spent(0.3, 0.3, 8);

    @Test
    void a_few_cameras_have_all_that_they_wish_for() {
        StreetPlanner planner = of(1, LIFT, GATE, ROAD, STREET);
        Sharing sharing = planner.replan(Spent.NOTHING);
        assertThat(sharing.withLess()).isZero();
        assertThat(sharing.glanceStretch()).isEqualTo(1);
        assertThat(plan(planner, 2).detectSeconds()).isEqualTo(PlannerSettings.ROAD.intervalSeconds());
    }

    /** The reference street on nine tenths of a core. */
    @Test
    void what_is_too_much_is_taken_from_the_last_in_the_order() {
        StreetPlanner planner = new StreetPlanner(StreetSettings.of(0.9));
        add(planner, 20, LIFT);
        add(planner, 1182, STREET);
        assertThat(planner.replan(Spent.NOTHING).planned()).isLessThanOrEqualTo(0.9);
        assertThat(plan(planner, 0).effort()).isEqualTo(Effort.FOLLOW);
        assertThat(plan(planner, 1201)).returns(Effort.GLANCE, Plan::effort).returns(false, Plan::whole);
    }

    @Test
    void where_not_even_glances_have_room_all_wait_alike_and_lifts_do_not() {
        StreetPlanner planner = new StreetPlanner(StreetSettings.of(0.4));
        add(planner, 10, LIFT);
        add(planner, 1000, STREET);
        double stretch = planner.replan(Spent.NOTHING).glanceStretch();
        assertThat(stretch).isGreaterThan(1.5);
        assertThat(plan(planner, 10).glanceSeconds()).isEqualTo(10 * stretch);
        assertThat(plan(planner, 500)).isEqualTo(plan(planner, 900));
        assertThat(plan(planner, 0)).returns(1.0, Plan::stretch).returns(true, Plan::whole);
    }

    @Test
    void roads_wait_longer_together_before_one_is_given_up() {
        StreetPlanner planner = new StreetPlanner(StreetSettings.of(0.5));
        add(planner, 100, ROAD);
        planner.spent("cam-0000", Work.DETECTION, 0.13);
        Sharing sharing = planner.replan(Spent.NOTHING);
        assertThat(sharing.sampled()).isEqualTo(100);
        assertThat(plan(planner, 0).stretch())
                .isGreaterThan(1)
                .isEqualTo(plan(planner, 99).stretch());
        add(planner, 300, ROAD);
        assertThat(planner.replan(Spent.NOTHING).sampled()).isBetween(1, 399);
        assertThat(plan(planner, 0).detectSeconds())
                .isCloseTo(StreetSettings.of(1).sampleSeconds(), within(1e-9));
    }

    @Test
    void circumstances_shift_who_is_served() {
        StreetPlanner planner = new StreetPlanner(StreetSettings.of(0.05));
        add(planner, 3, GATE);
        add(planner, 3, CHILDREN);
        for (int i = 0; i < 6; i++) {
            planner.spent(name(i), Work.FOLLOWED, 0.16);
        }
        planner.replan(Spent.NOTHING);
        assertThat(whole(planner, 6)).containsSubsequence(0).doesNotContain(5);
        planner.under(new Circumstances(false, true, false, Set.of()));
        planner.replan(Spent.NOTHING);
        assertThat(whole(planner, 6)).contains(3).doesNotContain(2);
        planner.under(new Circumstances(false, false, true, Set.of("cam-0005")));
        planner.replan(Spent.NOTHING);
        assertThat(whole(planner, 6)).contains(5);
    }

    /** A road is glanced at and sampled for water: on somebody's way it is followed, and a lift stays what it is. */
    @Test
    void a_camera_on_the_way_of_somebody_who_is_searched_for_is_followed_before_others() {
        StreetPlanner planner = new StreetPlanner(StreetSettings.of(0.3));
        add(planner, 3, ROAD);
        add(planner, 40, STREET);
        planner.replan(Spent.NOTHING);
        assertThat(planner.plan(name(1))).extracting(Plan::effort).isNotEqualTo(Effort.FOLLOW);

        planner.under(new Circumstances(false, false, true, Set.of(), Set.of(name(1))));
        planner.replan(Spent.NOTHING);
        assertThat(planner.plan(name(1))).extracting(Plan::effort).isEqualTo(Effort.FOLLOW);
        assertThat(planner.isUrgent(name(1))).isTrue();

        planner.under(Circumstances.USUAL);
        planner.replan(Spent.NOTHING);
        assertThat(planner.plan(name(1))).extracting(Plan::effort).isNotEqualTo(Effort.FOLLOW);
    }

    @Test
    void what_was_spent_beyond_the_plan_makes_the_next_one_smaller() {
        StreetPlanner planner = new StreetPlanner(StreetSettings.of(1));
        add(planner, 200, STREET);
        int before = planner.replan(Spent.NOTHING).followed();
        for (int second = 0; second < 30; second++) {
            planner.replan(spent(2.0));
        }
        assertThat(planner.replan(spent(2.0)).followed()).isLessThan(before);
    }

    @Test
    void what_others_take_of_the_cores_is_not_planned_and_comes_back() {
        StreetPlanner planner = new StreetPlanner(StreetSettings.of(1));
        add(planner, 20, LIFT);
        add(planner, 1000, STREET);
        assertThat(planner.replan(spent(0.5)).glanceStretch()).isEqualTo(1);
        for (int second = 0; second < 20; second++) {
            planner.replan(JAMMED);
        }
        Sharing jammed = planner.replan(JAMMED);
        assertThat(jammed.cores()).isCloseTo(0.3, within(0.01));
        assertThat(jammed.glanceStretch()).isGreaterThan(2);
        for (int second = 0; second < 60; second++) {
            planner.replan(spent(0.5));
        }
        Sharing free = planner.replan(spent(0.5));
        assertThat(free.cores()).isCloseTo(1, within(0.01));
        assertThat(free.glanceStretch()).isEqualTo(1);
    }

    /** After a street full of alerts everybody would else go before everybody else, and lifts wait among them. */
    @Test
    void what_is_open_goes_first_only_while_lifts_keep_their_room() {
        StreetPlanner planner = new StreetPlanner(StreetSettings.of(1));
        add(planner, 20, LIFT);
        add(planner, 300, STREET);
        planner.under(new Circumstances(
                false,
                false,
                true,
                IntStream.range(20, 320).mapToObj(StreetPlannerTest::name).collect(Collectors.toSet())));
        for (int i = 0; i < 320; i++) {
            planner.spent(name(i), Work.FOLLOWED, 0.2);
        }
        Sharing sharing = planner.replan(Spent.NOTHING);
        assertThat(sharing.urgent()).isLessThanOrEqualTo(0.9);
        assertThat(IntStream.range(0, 20)).allMatch(i -> planner.isUrgent(name(i)));
        assertThat(planner.isUrgent(name(20))).isTrue();
        assertThat(planner.isUrgent(name(319))).isFalse();
    }

    /** What following them does to all the rest shows only in what is spent afterwards. */
    @Test
    void where_room_comes_back_cameras_are_followed_anew_a_few_at_a_time() {
        StreetPlanner planner = new StreetPlanner(StreetSettings.of(1));
        add(planner, 200, STREET);
        for (int second = 0; second < 40; second++) {
            planner.replan(JAMMED);
        }
        int jammed = planner.replan(JAMMED).followed();
        for (int second = 0; second < 60; second++) {
            int before = jammed;
            jammed = planner.replan(Spent.NOTHING).followed();
            assertThat(jammed - before).isLessThan(10);
        }
        assertThat(jammed).isGreaterThan(20);
    }

    @Test
    void a_camera_that_is_never_still_costs_what_it_costs() {
        StreetPlanner planner = new StreetPlanner(StreetSettings.of(0.5));
        add(planner, 20, STREET);
        int quiet = planner.replan(Spent.NOTHING).followed();
        for (int second = 0; second < 300; second++) {
            for (int i = 0; i < 20; i++) {
                planner.lasted(name(i), Activity.FOLLOWED, 2);
            }
        }
        assertThat(planner.replan(Spent.NOTHING).followed()).isLessThan(quiet).isPositive();
    }

    @Test
    void a_removed_camera_is_not_known() {
        StreetPlanner planner = of(1, LIFT);
        planner.remove(name(0));
        planner.spent(name(0), Work.GLANCE, 1);
        assertThat(planner.plan(name(0))).isNull();
        assertThat(planner.replan(Spent.NOTHING).followed()).isZero();
    }

    @Test
    void settings_say_what_is_allowed() {
        assertThatThrownBy(() -> StreetSettings.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("look.cores is 0.0; allowed: 0.05 to 1024.0");
    }

    private static Spent spent(double cores) {
        return new Spent(cores, Double.POSITIVE_INFINITY, 0);
    }

    private int next;

    private StreetPlanner of(double cores, Wish... wishes) {
        StreetPlanner planner = new StreetPlanner(StreetSettings.of(cores));
        for (Wish wish : wishes) {
            add(planner, 1, wish);
        }
        return planner;
    }

    private void add(StreetPlanner planner, int cameras, Wish wish) {
        for (int i = 0; i < cameras; i++) {
            planner.add(name(next++), wish);
        }
    }

    private static List<Integer> whole(StreetPlanner planner, int cameras) {
        return IntStream.range(0, cameras)
                .filter(i -> plan(planner, i).whole())
                .boxed()
                .toList();
    }

    private static Plan plan(StreetPlanner planner, int number) {
        return Objects.requireNonNull(planner.plan(name(number)));
    }

    private static String name(int number) {
        return String.format("cam-%04d", number);
    }
}

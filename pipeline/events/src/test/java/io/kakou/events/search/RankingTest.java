package io.kakou.events.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.ChildVehicle;
import io.kakou.events.ClothColour;
import io.kakou.events.ColourShare;
import io.kakou.events.Description;
import io.kakou.events.HeightClass;
import io.kakou.events.Hop;
import io.kakou.events.PersonSize;
import io.kakou.events.Point;
import io.kakou.events.Road;
import io.kakou.events.Search;
import io.kakou.events.SearchStart;
import io.kakou.events.UnderWay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A road of cameras 120 m apart: c0, c1, … to the east. */
class RankingTest {
    private static final Instant FOUND = Instant.parse("2026-03-01T12:10:00Z");
    private static final double DEGREES = 120 / (111_195 * Math.cos(Math.toRadians(30)));
    private static final StreetGraph GRAPH = road(12);

    @Test
    void who_wears_it_and_can_have_walked_it_goes_before_who_only_wears_it() {
        Sight walked = sight("walked", "c1", -130, ClothColour.YELLOW, ClothColour.BLUE);
        Sight late = sight("late", "c1", -1_150, ClothColour.YELLOW, ClothColour.BLUE);
        Sight other = sight("other", "c1", -130, ClothColour.GREEN, ClothColour.BLACK);

        assertThat(best(search(), at("c0"), walked, late, other))
                .extracting(each -> each.sight().id())
                .containsExactly("walked", "late", "other");
    }

    @Test
    void somebody_alike_where_hardly_anybody_passes_goes_before_one_in_a_crowd() {
        List<Sight> sights = new ArrayList<>();
        sights.add(sight("crowded", "c1", -130, ClothColour.YELLOW, ClothColour.BLUE));
        sights.add(sight("alone", "d1", -130, ClothColour.YELLOW, ClothColour.BLUE));
        for (int i = 0; i < 40; i++) {
            sights.add(stranger("passer-" + i, "c1", -100 - i));
        }
        StreetGraph fork = new StreetGraph(
                Map.of("c0", place(0), "c1", place(1), "d1", place(-1)),
                List.of(new Road("east", "East", List.of("d1", "c0", "c1"))));
        Ranking ranking = new Ranking(fork, new TravelTimes(), search());

        assertThat(ranking.best(at("c0"), Direction.BACKWARD, sights, 2))
                .extracting(each -> each.sight().id())
                .containsExactly("alone", "crowded");
    }

    @Test
    void a_child_that_was_slow_so_far_is_looked_for_as_a_slow_one() {
        Sight usual = sight("usual", "c3", -110, ClothColour.YELLOW, ClothColour.BLUE);
        Sight slow = sight("slow", "c3", -220, ClothColour.YELLOW, ClothColour.BLUE);
        List<Hop> dawdled = List.of(hop("c2", 0), hop("c1", 220), hop("c0", 440));

        double before = lead(search(), slow, usual);
        double after = lead(changed(search(), dawdled, List.of()), slow, usual);

        assertThat(before).isNegative();
        assertThat(after).isGreaterThan(before + 0.5);
    }

    private static double lead(Search search, Sight one, Sight other) {
        Ranking ranking = new Ranking(GRAPH, new TravelTimes(), search);
        Candidate first = Objects.requireNonNull(ranking.of(at("c2"), Direction.BACKWARD, one));
        Candidate second = Objects.requireNonNull(ranking.of(at("c2"), Direction.BACKWARD, other));
        return first.walk() - second.walk();
    }

    private static Hop hop(String camera, double seconds) {
        Instant at = FOUND.plusMillis(Math.round(seconds * 1000));
        return new Hop(camera, "at-" + camera, at, at, List.of(), List.of());
    }

    private static Point place(int camera) {
        return new Point(120 + camera * DEGREES, 30);
    }

    @Test
    void nobody_runs_half_a_kilometre_in_a_minute() {
        assertThat(best(search(), at("c0"), sight("ran", "c5", -60, ClothColour.YELLOW, ClothColour.BLUE)))
                .isEmpty();
    }

    @Test
    void a_way_on_is_no_way_back() {
        Sight after = sight("after", "c1", 130, ClothColour.YELLOW, ClothColour.BLUE);
        Ranking ranking = new Ranking(GRAPH, new TravelTimes(), search());

        assertThat(ranking.best(at("c0"), Direction.BACKWARD, List.of(after), 10))
                .isEmpty();
        assertThat(ranking.best(at("c0"), Direction.FORWARD, List.of(after), 10))
                .hasSize(1);
    }

    @Test
    void a_camera_that_has_missed_it_is_passed() {
        Sight beyond = sight("beyond", "c2", -260, ClothColour.YELLOW, ClothColour.BLUE);

        Candidate found = best(search(), at("c0"), beyond).get(0);

        assertThat(found.way().between()).isEqualTo(1);
        assertThat(found.score()).isPositive();
    }

    @Test
    void what_was_turned_down_is_not_offered_again() {
        Sight twin = sight("twin", "c1", -130, ClothColour.YELLOW, ClothColour.BLUE);
        Search without = changed(search(), List.of(), List.of("twin"));

        assertThat(best(without, at("c0"), twin)).isEmpty();
    }

    @Test
    void one_passing_that_was_looked_at_twice_is_offered_once() {
        Sight live = sight("live", "c1", -130, ClothColour.YELLOW, ClothColour.BLUE);
        Sight again = again("again", live, -129);
        Sight brother = again("brother", live, -129);
        Sight later = again("later", live, -100);

        assertThat(best(search(), at("c0"), live, again, brother, later))
                .extracting(each -> each.sight().id())
                .containsExactlyInAnyOrder("again", "brother", "later");
        assertThat(best(changed(search(), List.of(), List.of("live")), at("c0"), live, again))
                .isEmpty();
    }

    @Test
    void somebody_in_other_clothes_at_the_same_moment_is_somebody_else() {
        Sight live = sight("live", "c1", -130, ClothColour.YELLOW, ClothColour.BLUE);
        Sight red = again("red", sight("red", "c1", -130, ClothColour.RED, ClothColour.BLUE), -130);

        assertThat(best(search(), at("c0"), live, red)).hasSize(2);
    }

    private static Sight again(String id, Sight live, double seconds) {
        Instant at = FOUND.plusMillis(Math.round(seconds * 1000));
        return new Sight(
                id,
                live.camera(),
                at,
                at,
                live.size(),
                live.heightShare(),
                live.underWay(),
                live.above(),
                live.below(),
                live.companions(),
                "search-1");
    }

    /** A mother said yellow; the first camera shows that its light makes orange of it. */
    @Test
    void an_accepted_camera_sharpens_what_is_looked_for() {
        Sight orange = sight("orange", "c1", -130, ClothColour.ORANGE, ClothColour.BLUE);
        Hop seen = new Hop(
                "c0",
                "first",
                FOUND.minusSeconds(10),
                FOUND,
                List.of(new ColourShare(ClothColour.ORANGE, 1)),
                List.of(new ColourShare(ClothColour.BLUE, 1)));
        double before = new Likeness(search()).of(orange);
        double after = new Likeness(changed(search(), List.of(seen), List.of())).of(orange);

        assertThat(after).isGreaterThan(before + 0.5);
    }

    @Test
    void a_child_on_wheels_is_told_from_an_adult_on_foot() {
        Likeness likeness = new Likeness(search());
        Sight child = sight("child", "c1", -130, ClothColour.YELLOW, ClothColour.BLUE);
        Sight adult = new Sight(
                "adult",
                "c1",
                child.from(),
                child.to(),
                PersonSize.ADULT,
                1.02,
                UnderWay.ON_FOOT,
                child.above(),
                child.below(),
                0,
                null);

        assertThat(likeness.of(child)).isGreaterThan(likeness.of(adult) + 3);
    }

    @Test
    void travel_times_are_learned_from_who_was_matched() {
        TravelTimes slow = new TravelTimes();
        for (int i = 0; i < 40; i++) {
            slow.learn("c1", "c0", 600);
        }
        Sight dawdled = sight("dawdled", "c1", -600, ClothColour.YELLOW, ClothColour.BLUE);

        double before = walk(new TravelTimes(), dawdled);
        double after = walk(slow, dawdled);

        assertThat(after).isGreaterThan(before + 1);
    }

    @Test
    void the_whole_way_is_drafted_past_strangers_and_a_camera_that_missed_it() {
        Map<String, Sight> seen = new HashMap<>();
        for (int i = 1; i <= 8; i++) {
            if (i != 4) {
                put(seen, sight("child-" + i, "c" + i, -130 * i, ClothColour.YELLOW, ClothColour.BLUE));
            }
            put(seen, stranger("stranger-" + i, "c" + i, -130 * i + 20));
        }
        Routes routes = new Routes(new Ranking(GRAPH, new TravelTimes(), search()), seen.values());

        assertThat(routes.follow(at("c0"), Direction.BACKWARD).hops())
                .extracting(each -> each.sight().id())
                .containsExactly("child-1", "child-2", "child-3", "child-5", "child-6", "child-7", "child-8");
    }

    private static double walk(TravelTimes times, Sight sight) {
        return new Ranking(GRAPH, times, search())
                .best(at("c0"), Direction.BACKWARD, List.of(sight), 1)
                .get(0)
                .walk();
    }

    private static void put(Map<String, Sight> seen, Sight sight) {
        seen.put(sight.id(), sight);
    }

    private static List<Candidate> best(Search search, Anchor anchor, Sight... sights) {
        return new Ranking(GRAPH, new TravelTimes(), search).best(anchor, Direction.BACKWARD, List.of(sights), 10);
    }

    private static Anchor at(String camera) {
        return new Anchor(camera, new Point(120, 30), FOUND, FOUND);
    }

    private static Sight sight(String id, String camera, double seconds, ClothColour above, ClothColour below) {
        Instant at = FOUND.plusMillis(Math.round(seconds * 1000));
        return new Sight(id, camera, at, at, PersonSize.CHILD, 0.65, UnderWay.RIDING, mix(above), mix(below), 0, null);
    }

    private static Sight stranger(String id, String camera, double seconds) {
        Instant at = FOUND.plusMillis(Math.round(seconds * 1000));
        ColourMix black = mix(ClothColour.BLACK);
        return new Sight(id, camera, at, at, PersonSize.UNKNOWN, 0, UnderWay.ON_FOOT, black, black, 0, null);
    }

    private static ColourMix mix(ClothColour colour) {
        return ColourMix.of(List.of(new ColourShare(colour, 0.8), new ColourShare(ClothColour.GREY, 0.2)));
    }

    private static Search search() {
        return new Search(
                "search-1",
                "31",
                SearchStart.FOUND,
                new Point(120, 30),
                FOUND,
                new Description(
                        List.of(ClothColour.YELLOW),
                        List.of(ClothColour.BLUE),
                        HeightClass.TO_120,
                        ChildVehicle.BALANCE_BIKE,
                        0),
                List.of(),
                List.of(),
                List.of(),
                FOUND.minusSeconds(3_600),
                FOUND.plusSeconds(3_600),
                "operator");
    }

    private static Search changed(Search search, List<Hop> hops, List<String> rejected) {
        return new Search(
                search.id(),
                search.caseNumber(),
                search.start(),
                search.place(),
                search.at(),
                search.looks(),
                hops,
                rejected,
                search.reach(),
                search.from(),
                search.until(),
                search.user());
    }

    private static StreetGraph road(int cameras) {
        Map<String, Point> places = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (int i = 0; i < cameras; i++) {
            places.put("c" + i, new Point(120 + i * DEGREES, 30));
            order.add("c" + i);
        }
        return new StreetGraph(places, List.of(new Road("east", "East", order)));
    }
}

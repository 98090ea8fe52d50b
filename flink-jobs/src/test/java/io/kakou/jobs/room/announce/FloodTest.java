package io.kakou.jobs.room.announce;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.EventKind;
import io.kakou.events.IncidentState;
import io.kakou.events.Notice;
import io.kakou.events.NoticeKind;
import io.kakou.events.Situation;
import io.kakou.events.SituationKind;
import io.kakou.events.SituationPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two hours that flood a seat. */
class FloodTest {
    private static final Logger LOG = LoggerFactory.getLogger(FloodTest.class);
    private static final int TWENTY_MINUTES = 1_200;
    private static final int THIRTY_MINUTES = 1_800;
    private static final int ROADS = 30;

    private SeatHarness seat;

    @BeforeEach
    void open() throws Exception {
        seat = new SeatHarness();
    }

    @AfterEach
    void close() throws Exception {
        seat.close();
    }

    /** Nobody answers, so that every road is overdue after a minute: still no more than three sounds of water. */
    @Test
    void water_along_thirty_roads_is_three_sounds_and_lifts_and_children_are_heard_within_it() throws Exception {
        TreeMap<Double, Told> story = new TreeMap<>();
        List<Told> roads = new ArrayList<>();
        for (int road = 0; road < ROADS; road++) {
            double begins = 0.5 + road * 39.0;
            Told told = Told.water("road-" + road, begins).along("r-" + road);
            roads.add(told);
            rise(story, told, begins);
        }
        List<Double> lifts = List.of(101.0, 350.0, 601.0, 602.0, 1_100.0);
        List<Double> children = List.of(400.0, 900.0);
        lifts.forEach(at -> story.put(at, Told.lift("lift-" + Math.round(at), at)));
        children.forEach(at -> story.put(at, Told.child("gate-" + Math.round(at), at)));

        double slowest = play(story, roads);

        assertThat(seat.heard(EventKind.WATERLOGGING)).hasSizeLessThanOrEqualTo(3);
        assertThat(seat.heard(EventKind.WATERLOGGING).get(2).kind()).isEqualTo(NoticeKind.SITUATION);
        assertThat(seat.heard(EventKind.EBIKE_IN_LIFT)).hasSize(5).allMatch(each -> each.kind() == NoticeKind.RING);
        assertThat(seat.heard(EventKind.LOST_CHILD)).hasSize(2).allMatch(each -> each.kind() == NoticeKind.RING);
        Situation water = newest(EventKind.WATERLOGGING);
        assertThat(water.places())
                .extracting(SituationPlace::road)
                .containsExactlyInAnyOrderElementsOf(
                        roads.stream().map(road -> road.incident().road()).toList());
        assertThat(water.places()).allMatch(place -> place.parts() == 10);
        assertThat(water.leftOut()).isZero();
        assertThat(water.announced()).isEqualTo(3);
        assertThat(water.listed()).isEqualTo(ROADS - 3);
        assertThat(slowest).as("the slowest of lifts and children").isLessThan(1);
    }

    /** Ten cameras one after the other, two minutes along. */
    private static void rise(Map<Double, Told> story, Told road, double begins) {
        for (int camera = 1; camera <= 10; camera++) {
            story.put(begins + camera * 2.0 + 0.001, road);
        }
        story.put(begins, road);
    }

    /** Plays it; the longest that a lift or a child took to be heard, in seconds. */
    private double play(Map<Double, Told> story, List<Told> roads) throws Exception {
        int[] cameras = new int[ROADS];
        double slowest = 0;
        for (var each : story.entrySet()) {
            if (each.getKey() > TWENTY_MINUTES) {
                break;
            }
            seat.clock(each.getKey());
            int road = roads.indexOf(each.getValue());
            long begin = System.nanoTime();
            seat.tell(
                    road < 0
                            ? each.getValue().incident()
                            : each.getValue().seenBy(cameras[road]++).incident());
            if (road < 0) {
                assertThat(seat.last().event())
                        .isEqualTo(each.getValue().incident().kind());
                slowest = Math.max(slowest, (System.nanoTime() - begin) / 1e9);
            } else if (cameras[road] == 5) {
                seat.tell(each.getValue().overdue().incident());
            }
        }
        seat.clock(TWENTY_MINUTES - 1);
        LOG.info(
                "flood: {} notices, {} situations told, slowest lift or child {} s",
                seat.notices().size(),
                seat.situations().size(),
                slowest);
        return slowest;
    }

    @Test
    void a_dismissal_hour_is_one_card_a_place_and_delays_nothing() throws Exception {
        Random random = new Random(300);
        TreeSet<Double> times = new TreeSet<>();
        while (times.size() < 300) {
            times.add(random.nextInt(THIRTY_MINUTES * 10) / 10.0);
        }
        List<Told> children = new ArrayList<>();
        int lift = 0;
        for (double at : times) {
            int camera = children.size() % 12;
            Told child = Told.child("gate-" + camera, at);
            children.add(camera < 6 ? child.in("grid-" + camera / 3) : child);
            seat.tell(at, child.incident());
            if (children.size() % 100 == 0) {
                seat.tell(Told.lift("lift-" + lift++, at).incident());
                assertThat(seat.last().event()).isEqualTo(EventKind.EBIKE_IN_LIFT);
                assertThat(seat.last().kind()).isEqualTo(NoticeKind.RING);
            }
        }
        seat.clock(THIRTY_MINUTES);

        List<Notice> heard = seat.heard(EventKind.LOST_CHILD);
        assertThat(heard).hasSize(10 + 8);
        assertThat(heard.subList(0, 10)).allMatch(each -> each.kind() == NoticeKind.RING);
        assertThat(heard.subList(10, 18))
                .allMatch(each -> each.kind() == NoticeKind.CEILING)
                .extracting(Notice::place)
                .containsExactlyInAnyOrder(
                        "grid-0", "grid-1", "gate-6", "gate-7", "gate-8", "gate-9", "gate-10", "gate-11");
        Situation rush = newest(EventKind.LOST_CHILD);
        assertThat(rush.kind()).isEqualTo(SituationKind.CEILING);
        assertThat(rush.miscalibrated()).isTrue();
        assertThat(rush.cameras()).hasSize(12);
        assertThat(rush.places()).hasSize(8);
        assertThat(rush.places().stream().mapToLong(SituationPlace::incidents).sum())
                .isEqualTo(300);
        assertThat(seat.notices().stream().filter(each -> each.event() == EventKind.LOST_CHILD))
                .as("each child is told at once")
                .hasSize(300);

        seat.clock(THIRTY_MINUTES + 601);
        assertThat(newest(EventKind.LOST_CHILD).until())
                .as("the rate has fallen")
                .isNotNull();
        seat.tell(Told.child("gate-1", THIRTY_MINUTES + 700).incident());
        assertThat(seat.last().kind()).isEqualTo(NoticeKind.RING);
    }

    @Test
    void nothing_is_left_of_a_dismissal_hour_when_all_are_closed() throws Exception {
        List<Told> children = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            children.add(Told.child("gate-" + i % 3, i));
            seat.tell(i, children.get(i).incident());
        }
        for (Told child : children) {
            seat.tell(child.is(IncidentState.REJECTED).incident());
        }
        seat.clock(7_200);
        seat.loggedTime(SeatHarness.OPEN_SECONDS + 7_200);

        assertThat(newest(EventKind.LOST_CHILD).until()).isNotNull();
        assertThat(seat.stateEntries()).isZero();
        assertThat(seat.clockTimers()).isZero();
        assertThat(seat.eventTimers()).isZero();
    }

    private Situation newest(EventKind kind) {
        return seat.situations().stream()
                .filter(each -> each.event() == kind)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}

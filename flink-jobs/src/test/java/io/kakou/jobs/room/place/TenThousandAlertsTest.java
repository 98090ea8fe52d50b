package io.kakou.jobs.room.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Alert;
import io.kakou.events.Area;
import io.kakou.events.Duty;
import io.kakou.events.EventKind;
import io.kakou.events.Informed;
import io.kakou.events.InformedAs;
import io.kakou.events.Point;
import io.kakou.events.Ring;
import io.kakou.events.SecondOwner;
import io.kakou.events.Shift;
import io.kakou.events.WorkCalendar;
import io.kakou.jobs.room.Alerts;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A drawn town, and 10,000 alerts in it: many near a border, many exactly on one, some on a corner of four areas. */
class TenThousandAlertsTest {
    private static final int ALERTS = 10_000;
    private static final double METRE = 1 / 111_000.0;
    private static final List<SecondOwner> SECONDS = List.of(
            new SecondOwner("police", "police-room", List.of(EventKind.LOST_CHILD), null),
            new SecondOwner("trucks", "enforcement", List.of(EventKind.MUCK_TRUCK, EventKind.DUMPING), "d1"),
            new SecondOwner("whole", "room-d2", List.of(EventKind.WATERLOGGING), "d1"));

    private final Random random = new Random(20_260_301);
    private final List<Area> town = TownMap.drawn(7);
    private final List<Ring> rings = town.stream()
            .flatMap(area -> area.polygons().stream())
            .flatMap(polygon -> polygon.rings().stream())
            .toList();

    @Test
    void the_town_is_shaped_like_one() {
        assertThat(town).hasSizeGreaterThan(400);
        assertThat(rings.stream().mapToInt(ring -> ring.points().size()).sum()).isGreaterThan(30_000);
        assertThat(town).filteredOn(area -> area.polygons().size() > 1).hasSizeGreaterThan(25);
        assertThat(town)
                .filteredOn(area -> area.polygons().stream()
                        .anyMatch(polygon -> polygon.rings().size() > 1))
                .hasSizeGreaterThan(15);
    }

    @Test
    void owner_and_told_rooms_are_those_of_a_search_through_every_area() throws Exception {
        Map<String, BruteForce.Hours> hours = hours();
        BruteForce reference = new BruteForce(town, hours, SECONDS);
        Map<String, Integer> seen = new TreeMap<>();
        RouteHarness find = RouteHarness.open();
        try {
            find.know(town.toArray(Record[]::new));
            find.know(SECONDS.toArray(Record[]::new));
            for (Map.Entry<String, BruteForce.Hours> each : hours.entrySet()) {
                find.know(duty(each.getKey(), each.getValue()));
            }
            for (int i = 0; i < ALERTS; i++) {
                check(i, find, reference, seen);
            }
            assertThat(find.waiting()).isZero();
        } finally {
            find.close();
        }
        assertThat(seen.get("told across a border")).isGreaterThan(3_000);
        assertThat(seen.get("of a room above")).isGreaterThan(1_000);
        assertThat(seen.get("in no area")).isGreaterThan(300);
        assertThat(seen.getOrDefault("within a centimetre of 30 m", 0)).isLessThan(20);
    }

    private void check(int i, RouteHarness find, BruteForce reference, Map<String, Integer> seen) throws Exception {
        Alert alert = alert(i);
        RoutedAlert routed = find.route(alert);
        BruteForce.Answer answer = reference.answer(alert);
        String which = "alert " + i + " at " + alert.place() + ", " + alert.at();
        assertThat(routed.area()).as(which).isEqualTo(answer.area());
        assertThat(routed.room()).as(which).isEqualTo(answer.owner());
        assertThat(rooms(routed, InformedAs.SECOND_OWNER)).as(which).isEqualTo(answer.seconds());
        if (answer.isUnsure()) {
            count("within a centimetre of 30 m", seen);
        } else {
            assertThat(rooms(routed, InformedAs.NEIGHBOUR)).as(which).isEqualTo(answer.told());
        }
        if (answer.area() == null) {
            count("in no area", seen);
        } else if (!answer.owner().equals("room-" + answer.area())) {
            count("of a room above", seen);
        }
        if (!answer.told().isEmpty()) {
            count("told across a border", seen);
        }
    }

    private static void count(String what, Map<String, Integer> seen) {
        seen.merge(what, 1, Integer::sum);
    }

    private static Set<String> rooms(RoutedAlert routed, InformedAs as) {
        return routed.informed().stream()
                .filter(room -> room.as() == as)
                .map(Informed::room)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Alert alert(int i) {
        List<EventKind> kinds = List.of(EventKind.values());
        return Alerts.of(
                "cam-" + i % 300,
                kinds.get(random.nextInt(kinds.size())),
                place(i % 10),
                Alerts.noonPlus(3_600.0 * random.nextInt(7 * 24) + random.nextInt(3_600)));
    }

    private @Nullable Point place(int sort) {
        List<Point> ring = rings.get(random.nextInt(rings.size())).points();
        int corner = random.nextInt(ring.size());
        Point a = ring.get(corner);
        Point b = ring.get((corner + 1) % ring.size());
        return switch (sort) {
            case 0, 1, 2 -> moved(new Point(TownMap.WEST + 0.023, TownMap.SOUTH + 0.023), 2_900);
            case 3, 4, 5 -> moved(a, 70);
            case 6, 7 -> a;
            case 8 -> between(a, b, random.nextInt(17) / 16.0);
            default -> random.nextInt(4) == 0 ? null : between(a, b, 0.5);
        };
    }

    private Point moved(Point from, double metres) {
        double east = (2 * random.nextDouble() - 1) * metres * METRE;
        double north = (2 * random.nextDouble() - 1) * metres * METRE;
        return new Point(whole(from.longitude() + east), whole(from.latitude() + north));
    }

    /** Exactly on the border between them. */
    private static Point between(Point a, Point b, double share) {
        return new Point(
                a.longitude() + share * (b.longitude() - a.longitude()),
                a.latitude() + share * (b.latitude() - a.latitude()));
    }

    private static double whole(double degrees) {
        return Math.round(degrees * BruteForce.UNITS) / BruteForce.UNITS;
    }

    /** A third of the rooms work by day, one district's too. */
    private Map<String, BruteForce.Hours> hours() {
        Map<String, BruteForce.Hours> hours = new HashMap<>();
        for (Area area : town) {
            String room = area.room();
            if (room != null && !room.equals("room-d2") && (room.equals("room-d1") || random.nextInt(3) == 0)) {
                hours.put(room, new BruteForce.Hours(random.nextInt(10), 14 + random.nextInt(9)));
            }
        }
        return hours;
    }

    private static Duty duty(String room, BruteForce.Hours hours) {
        String from = LocalTime.of(hours.from(), 0).toString();
        Shift shift =
                new Shift(Shift.Days.EVERY, from, LocalTime.of(hours.to(), 0).toString(), null, List.of());
        return new Duty(room, WorkCalendar.ZONE, null, List.of(shift));
    }
}

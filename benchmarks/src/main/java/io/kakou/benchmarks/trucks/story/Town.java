package io.kakou.benchmarks.trucks.story;

import static java.util.Comparator.comparingDouble;

import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.Point;
import io.kakou.events.Recording;
import io.kakou.events.truck.SiteColour;
import io.kakou.events.truck.SiteKind;
import io.kakou.events.truck.WorkSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Where everything stands: sites and tips with a gate camera each, cameras along the roads, and places where some tip. */
record Town(
        List<WorkSite> sites,
        List<WorkSite> tips,
        List<Camera> gates,
        List<Camera> roads,
        List<Camera> dumps,
        int lapsedSites) {
    static final double KM_NORTH = 1 / 111.195;
    static final double KM_EAST = 1 / (111.195 * Math.cos(Math.toRadians(30.29)));

    private static final int TIPS = 13;
    private static final int ROADS = 200;
    private static final int DUMPS = 40;
    private static final double HALF_KM = 6;
    /** Cameras so near to the straight line from site to tip are on the way. */
    private static final double WAY_KM = 0.3;

    /** The last tip is filed with nobody; the first two sites' approvals have lapsed. */
    static Town of(Random random, int sites, Instant night) {
        List<WorkSite> dug = new ArrayList<>();
        List<WorkSite> tips = new ArrayList<>();
        List<Camera> gates = new ArrayList<>();
        int lapsed = Math.min(2, sites / 4);
        for (int i = 0; i < sites; i++) {
            dug.add(site("site-" + i, SiteKind.SITE, random, i < lapsed ? night.minusSeconds(86_400) : null, true));
        }
        for (int i = 0; i < TIPS; i++) {
            tips.add(site("tip-" + i, SiteKind.TIP, random, null, i < TIPS - 1));
        }
        dug.forEach(each -> gates.add(camera(each.gates().get(0), CameraKind.GATE, placeOf(each))));
        tips.forEach(each -> gates.add(camera(each.gates().get(0), CameraKind.GATE, placeOf(each))));
        List<Camera> roads = new ArrayList<>();
        for (int i = 0; i < ROADS; i++) {
            roads.add(camera("road-" + i, CameraKind.STREET, anywhere(random)));
        }
        List<Camera> dumps = new ArrayList<>();
        for (int i = 0; i < DUMPS; i++) {
            dumps.add(camera("dump-" + i, CameraKind.GATE, anywhere(random)));
        }
        return new Town(dug, tips, gates, roads, dumps, lapsed);
    }

    private static WorkSite site(String id, SiteKind kind, Random random, @Nullable Instant until, boolean papers) {
        return new WorkSite(
                id,
                id,
                kind,
                papers ? "paper-" + id : null,
                null,
                until,
                List.of("gate-" + id),
                anywhere(random),
                SiteColour.WHITE,
                null);
    }

    private static Camera camera(String id, CameraKind kind, Point place) {
        return new Camera(id, id, kind, place, null, null, null, List.of(), List.of(), null, Recording.OFF);
    }

    private static Point anywhere(Random random) {
        return new Point(
                120.21 + (random.nextDouble() * 2 - 1) * HALF_KM * KM_EAST,
                30.29 + (random.nextDouble() * 2 - 1) * HALF_KM * KM_NORTH);
    }

    static Point placeOf(WorkSite site) {
        Point place = site.place();
        if (place == null) {
            throw new IllegalStateException("every site of the story has a place");
        }
        return place;
    }

    static Point placeOf(Camera camera) {
        Point place = camera.place();
        if (place == null) {
            throw new IllegalStateException("every camera of the story has a place");
        }
        return place;
    }

    WorkSite unfiled() {
        return tips.get(tips.size() - 1);
    }

    /** The road cameras between two places, in order. */
    List<Camera> way(WorkSite from, WorkSite to) {
        Point start = placeOf(from);
        Point end = placeOf(to);
        return roads.stream()
                .filter(each -> aside(placeOf(each), start, end) < WAY_KM)
                .sorted(comparingDouble(each -> km(start, placeOf(each))))
                .toList();
    }

    static double km(Point one, Point other) {
        return Math.hypot(
                (one.longitude() - other.longitude()) / KM_EAST, (one.latitude() - other.latitude()) / KM_NORTH);
    }

    private static double aside(Point place, Point start, Point end) {
        double whole = km(start, end);
        double a = km(start, place);
        double b = km(end, place);
        if (a > whole || b > whole) {
            return Double.POSITIVE_INFINITY;
        }
        double half = (whole + a + b) / 2;
        return 2 * Math.sqrt(Math.max(0, half * (half - whole) * (half - a) * (half - b))) / whole;
    }
}

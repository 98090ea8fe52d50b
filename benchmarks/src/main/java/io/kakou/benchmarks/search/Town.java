package io.kakou.benchmarks.search;

import io.kakou.analysis.look.Circumstances;
import io.kakou.analysis.look.Effort;
import io.kakou.analysis.look.Plan;
import io.kakou.analysis.look.Spent;
import io.kakou.analysis.look.StreetPlanner;
import io.kakou.analysis.look.StreetSettings;
import io.kakou.analysis.look.Wish;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Point;
import io.kakou.events.Road;
import io.kakou.events.search.StreetGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 1,562 cameras in a grid of 40 roads, 3.4 km a side, and how often the planner looks at each with so many cores. */
final class Town {
    static final int CAMERAS = 1_562;
    private static final int LIFTS = 100;
    private static final int GATES = 60;
    private static final int WET = 300;
    private static final int LINES = 20;
    private static final double SIDE_METRES = 3_400;
    private static final double NORTH = 1 / 111_195.0;
    private static final double EAST = NORTH / Math.cos(Math.toRadians(30.28));

    final List<Camera> cameras = new ArrayList<>();
    final List<Road> roads = new ArrayList<>();
    final StreetGraph graph;
    private final StreetPlanner planner;

    Town(Random random, double cores) {
        int onRoads = CAMERAS - LIFTS;
        for (int road = 0; road < 2 * LINES; road++) {
            int from = onRoads * road / (2 * LINES);
            int to = onRoads * (road + 1) / (2 * LINES);
            List<String> along = new ArrayList<>();
            for (int i = from; i < to; i++) {
                cameras.add(camera(i, place(road, (i - from + random.nextDouble(0.2, 0.8)) / (to - from))));
                along.add("street-" + i);
            }
            roads.add(new Road("road-" + road, "road-" + road, along));
        }
        for (int i = onRoads; i < CAMERAS; i++) {
            cameras.add(camera(i, null));
        }
        graph = StreetGraph.of(cameras, roads);
        planner = new StreetPlanner(StreetSettings.of(cores));
        cameras.forEach(camera -> planner.add(camera.id(), Wish.of(camera)));
        plan(Set.of());
    }

    private static Point place(int road, double share) {
        double across = SIDE_METRES * (road % LINES + 0.5) / LINES;
        double along = SIDE_METRES * share;
        double east = road < LINES ? along : across;
        double north = road < LINES ? across : along;
        return new Point(120.2 + east * EAST, 30.27 + north * NORTH);
    }

    private static Camera camera(int i, @Nullable Point place) {
        CameraKind kind = CameraKind.STREET;
        if (place == null) {
            kind = CameraKind.LIFT;
        } else if (i % (CAMERAS / GATES) == 0) {
            kind = CameraKind.GATE;
        } else if (i % (CAMERAS / WET) == 1) {
            kind = CameraKind.ROAD;
        }
        List<EventKind> watched =
                switch (kind) {
                    case LIFT -> List.of(EventKind.EBIKE_IN_LIFT);
                    case GATE -> List.of(EventKind.MUCK_TRUCK);
                    case ROAD -> List.of(EventKind.WATERLOGGING);
                    case STREET, UNKNOWN -> List.of(EventKind.LOST_CHILD);
                };
        return new Camera("street-" + i, "street-" + i, kind, place, null, null, "rtsp://x/" + i, List.of(), watched);
    }

    /** The planner's own decisions, once they have settled. */
    void plan(Set<String> searched) {
        planner.under(new Circumstances(false, false, true, Set.of(), searched));
        for (int second = 0; second < 120; second++) {
            var unused = planner.replan(Spent.NOTHING);
        }
    }

    Plan planOf(String camera) {
        return Objects.requireNonNull(planner.plan(camera));
    }

    /** From one look that may see people to the next, in seconds. */
    double lookSeconds(String camera) {
        Plan plan = planOf(camera);
        return plan.effort() == Effort.FOLLOW ? 2 : plan.glanceSeconds();
    }

    long followed() {
        return cameras.stream()
                .filter(camera -> planOf(camera.id()).effort() == Effort.FOLLOW)
                .count();
    }
}

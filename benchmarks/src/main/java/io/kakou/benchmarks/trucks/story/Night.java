package io.kakou.benchmarks.trucks.story;

import static java.util.Comparator.comparingDouble;

import io.kakou.events.Camera;
import io.kakou.events.Point;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who drove where. What is true of each pass follows from what the driver does, not from what any rule would say. */
final class Night {
    private static final double SLOWEST_KMH = 22;
    private static final double FASTEST_KMH = 38;
    private static final long HOUR = 3_600;

    private final Random random;
    private final Town town;
    private final Instant night;
    private final List<Pass> passes = new ArrayList<>();
    private final Map<String, Long> tracks = new HashMap<>();
    private final Map<String, Instant> begins = new HashMap<>();
    /** A verdict names camera and time: no two trucks pass one in the same millisecond. */
    private final Set<String> taken = new HashSet<>();

    private int dumped;

    /** A place on the way. */
    private record Stage(String camera, Point place, Truth truth, @Nullable String origin) {}

    /** @param night 22:00 of the night */
    Night(Random random, Town town, Instant night) {
        this.random = random;
        this.town = town;
        this.night = night;
    }

    List<Pass> passes(List<Truck> trucks) {
        List<String> cloned = trucks.stream()
                .filter(each -> each.fault() == Fault.CLONE)
                .map(Truck::plate)
                .toList();
        for (Truck truck : trucks) {
            boolean either = cloned.contains(truck.plate());
            for (int round = 0; round < (either ? 1 : 1 + random.nextInt(2)); round++) {
                drive(truck, begin(truck, round), stages(truck), either);
            }
        }
        return passes;
    }

    /** Each round ends long before the next; a clone works while the other does. */
    private Instant begin(Truck truck, int round) {
        if (truck.fault() == Fault.CLONE) {
            return begins.getOrDefault(truck.plate(), night).plusSeconds(random.nextInt(60));
        }
        long into = 600 + random.nextInt((int) HOUR) + round * 3L * HOUR;
        Instant begin = truck.fault() == Fault.BY_DAY
                ? night.minusSeconds(11 * HOUR).plusSeconds(into)
                : night.plusSeconds(into);
        begins.put(truck.plate(), begin);
        return begin;
    }

    private void drive(Truck truck, Instant begin, List<Stage> stages, boolean either) {
        double kmh = SLOWEST_KMH + random.nextDouble() * (FASTEST_KMH - SLOWEST_KMH);
        Instant at = begin;
        Point before = stages.get(0).place();
        for (Stage stage : stages) {
            at = at.plusMillis(20_000 + Math.round(Town.km(before, stage.place()) / kmh * HOUR * 1_000));
            before = stage.place();
            while (!taken.add(stage.camera() + at)) {
                at = at.plusMillis(1);
            }
            long track = tracks.merge(stage.camera(), 1L, Long::sum);
            Truth truth = either ? Truth.CLONED : stage.truth();
            passes.add(new Pass(truck.id(), truck.plate(), stage.camera(), track, at, truth, stage.origin()));
        }
    }

    private List<Stage> stages(Truck truck) {
        return switch (truck.fault()) {
            case NONE -> regular(truck, isSound(truck) ? Truth.LAWFUL : Truth.UNLAWFUL, Truth.LAWFUL);
            case LATE_PAPER -> regular(truck, Truth.LAWFUL, Truth.LAWFUL);
            case CLONE -> elsewhere(truck);
            case NO_PAPER, BY_DAY, LAPSED_PAPER -> regular(truck, Truth.UNLAWFUL, Truth.CANNOT_SAY);
            case OTHER_SITE -> fromOther(truck);
            case DETOUR -> detour(truck);
            case DUMPS -> dump(truck);
        };
    }

    /** Whether the site and the tip have theirs. */
    private boolean isSound(Truck truck) {
        return town.sites().indexOf(truck.site()) >= town.lapsedSites()
                && !truck.tip().equals(town.unfiled());
    }

    private List<Stage> regular(Truck truck, Truth atGates, Truth onTheWay) {
        List<Stage> stages = new ArrayList<>();
        stages.add(gate(truck.site(), atGates));
        town.way(truck.site(), truck.tip()).forEach(each -> stages.add(road(each, onTheWay)));
        stages.add(gate(truck.tip(), atGates));
        return stages;
    }

    /** He loads where he may not, far off, and takes what ways there are; at his own tip he is in order. */
    private List<Stage> fromOther(Truck truck) {
        WorkSite other = otherSite(truck);
        List<Stage> stages = new ArrayList<>();
        stages.add(gate(other, Truth.UNLAWFUL));
        town.way(other, truck.tip()).forEach(each -> stages.add(road(each, along(truck, each))));
        stages.add(gate(truck.tip(), Truth.LAWFUL));
        return stages;
    }

    /** The one that lies farthest from his. */
    private WorkSite otherSite(Truck truck) {
        return town.sites().stream()
                .skip(town.lapsedSites())
                .max(comparingDouble(each -> Town.km(Town.placeOf(each), Town.placeOf(truck.site()))))
                .orElseThrow();
    }

    /** A clone takes a round from another site to another tip. */
    private List<Stage> elsewhere(Truck truck) {
        WorkSite other = otherSite(truck);
        List<Stage> stages = new ArrayList<>();
        stages.add(gate(other, Truth.CLONED));
        town.way(other, truck.tip()).forEach(each -> stages.add(road(each, Truth.CLONED)));
        stages.add(gate(truck.tip(), Truth.CLONED));
        return stages;
    }

    /** By his paper; one that prescribes no way forbids none. */
    private static Truth along(Truck truck, Camera camera) {
        TruckPermit paper = truck.paper();
        if (paper == null || paper.route().isEmpty()) {
            return Truth.CANNOT_SAY;
        }
        return paper.route().contains(camera.id()) ? Truth.LAWFUL : Truth.UNLAWFUL;
    }

    private List<Stage> detour(Truck truck) {
        List<Stage> stages = new ArrayList<>();
        stages.add(gate(truck.site(), Truth.LAWFUL));
        for (int i = 0; i < 3; i++) {
            Camera any = town.roads().get(random.nextInt(town.roads().size()));
            stages.add(road(any, along(truck, any)));
        }
        stages.add(gate(truck.tip(), Truth.LAWFUL));
        return stages;
    }

    /** Each tips where nobody else comes by, but for those that tip there on another night. */
    private List<Stage> dump(Truck truck) {
        Camera where = town.dumps().get(dumped++ % town.dumps().size());
        return List.of(
                gate(truck.site(), Truth.LAWFUL),
                new Stage(
                        where.id(),
                        Town.placeOf(where),
                        Truth.UNLAWFUL,
                        truck.site().id()));
    }

    private static Stage gate(WorkSite site, Truth truth) {
        return new Stage(site.gates().get(0), Town.placeOf(site), truth, null);
    }

    private static Stage road(Camera camera, Truth truth) {
        return new Stage(camera.id(), Town.placeOf(camera), truth, null);
    }
}

package io.kakou.benchmarks.trucks.story;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.EventKind;
import io.kakou.events.Sighting;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All of it.
 *
 * @param late permits that the office enters only after everything was seen
 * @param sightings in the order in which they are told: not quite that of their times; some are told twice
 * @param alerts what the cameras' own rules raise: muck trucks, and muck that is tipped
 * @param unread passes whose plate is covered
 * @param cloned plates that two trucks bear
 * @param misread the share of readings that were wrong
 */
public record Story(
        List<Camera> cameras,
        List<WorkSite> sites,
        List<TruckPermit> permits,
        List<TruckPermit> late,
        List<Pass> passes,
        List<Sighting> sightings,
        List<Alert> alerts,
        Set<String> unread,
        Set<String> cloned,
        double misread) {
    private static final double COVERED = 0.04;
    private static final double TWICE = 0.01;
    private static final int UNORDERED_SECONDS = 20;

    /** How plates are read. */
    public enum Reading {
        /** As they are. */
        CLEAN,
        /** As our recogniser was measured to. */
        NOISY
    }

    /**
     * Tells one.
     *
     * @param trucks 200 at least, so that each kind is among them
     * @param night 22:00 of the night, in the trucks' zone
     */
    public static Story of(long seed, int trucks, int sites, Instant night, Reading reading) {
        Random random = new Random(seed);
        Town town = Town.of(random, sites, night);
        List<Truck> fleet = new Fleet(random, town, night).trucks(trucks);
        List<Pass> passes = new Night(random, town, night).passes(fleet);
        Recogniser recogniser = new Recogniser(random);
        Set<String> unread = passes.stream()
                .filter(each -> random.nextDouble() < COVERED)
                .map(Story::key)
                .collect(Collectors.toSet());
        List<Alert> alerts = new ArrayList<>();
        List<Sighting> sightings = new ArrayList<>();
        for (Pass pass : passes) {
            String label = label(random, pass, alerts);
            Sighting told = unread.contains(key(pass)) && pass.origin() == null
                    ? Recogniser.unread(pass, label)
                    : reading == Reading.CLEAN ? Recogniser.clean(pass, label) : recogniser.noisy(pass, label);
            sightings.add(told);
            if (random.nextDouble() < TWICE) {
                sightings.add(told);
            }
        }
        passes.stream().filter(each -> each.origin() != null).forEach(each -> alerts.add(tipped(each)));
        Random order = new Random(seed);
        List<Sighting> unordered = sightings.stream()
                .map(each -> new Late(each, each.at().plusSeconds(order.nextInt(UNORDERED_SECONDS))))
                .sorted(Comparator.comparing(Late::told))
                .map(Late::sighting)
                .toList();
        return new Story(
                Stream.of(town.gates(), town.roads(), town.dumps())
                        .flatMap(List::stream)
                        .toList(),
                Stream.concat(town.sites().stream(), town.tips().stream()).toList(),
                papers(fleet, Set.of(Fault.LATE_PAPER), false),
                papers(fleet, Set.of(Fault.LATE_PAPER), true),
                passes,
                unordered,
                alerts,
                unread,
                fleet.stream()
                        .filter(each -> each.fault() == Fault.CLONE)
                        .map(Truck::plate)
                        .collect(Collectors.toSet()),
                recogniser.wrongShare());
    }

    private record Late(Sighting sighting, Instant told) {}

    private static List<TruckPermit> papers(List<Truck> fleet, Set<Fault> faults, boolean with) {
        return fleet.stream()
                .filter(each -> faults.contains(each.fault()) == with)
                .map(Truck::paper)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Camera and track. */
    public static String key(Pass pass) {
        return pass.camera() + "#" + pass.track();
    }

    /** Gates tell muck trucks from trucks at once, or by an alert a little later; streets see trucks. */
    private static String label(Random random, Pass pass, List<Alert> alerts) {
        if (!pass.camera().startsWith("gate-")) {
            return "truck";
        }
        if (random.nextDouble() < 0.7) {
            return "muck-truck";
        }
        alerts.add(alert(pass, EventKind.MUCK_TRUCK, 2));
        return "truck";
    }

    private static Alert tipped(Pass pass) {
        return alert(pass, EventKind.DUMPING, 40);
    }

    private static Alert alert(Pass pass, EventKind kind, int seconds) {
        return new Alert(
                kind.name() + "-" + pass.camera() + "-" + pass.track(),
                AlertPhase.RAISED,
                kind,
                kind == EventKind.DUMPING ? "heap" : "muck-truck",
                kind == EventKind.DUMPING ? "dumping/1" : "muck-truck/2",
                pass.camera(),
                null,
                null,
                pass.at().plusSeconds(seconds),
                pass.at(),
                0.9,
                List.of(),
                List.of(),
                "worker-1",
                1);
    }
}

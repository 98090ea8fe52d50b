package io.kakou.jobs.truck.rule;

import io.kakou.events.CameraKind;
import io.kakou.events.truck.Judgement;
import io.kakou.events.truck.SiteKind;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.TruckReason;
import io.kakou.events.truck.WorkSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 两审批一备案: a truck may be at a gate where the site's approval to dispose, the truck's transport permit and the tip's filing
 * hold as of that moment, the permit names the gate's site or tip, and its hours run. On the way it may be seen by the
 * cameras of its route. Elsewhere nobody can see whether it carries muck, and nothing is said.
 */
final class Law {
    /** What a permit lacks least goes first: that is the reason that is told. */
    private static final List<TruckReason> NEAREST_FIRST = List.of(
            TruckReason.PERMITTED,
            TruckReason.SITE_UNREGISTERED,
            TruckReason.TIP_NOT_FILED,
            TruckReason.SITE_NOT_APPROVED,
            TruckReason.OUTSIDE_WINDOW,
            TruckReason.OFF_ROUTE,
            TruckReason.OFF_DUTY,
            TruckReason.WRONG_GATE,
            TruckReason.NOT_IN_FORCE);

    private Law() {}

    /**
     * Says what holds for this plate there and then.
     *
     * @param vehicle what the camera took it for
     */
    static Finding of(Papers papers, String plate, String camera, Instant at, Vehicle vehicle) {
        Optional<WorkSite> gate = papers.atGate(camera);
        String site = gate.map(WorkSite::id).orElse(null);
        Collection<TruckPermit> permits = papers.permits(plate);
        if (permits.isEmpty()) {
            return withoutPermit(papers, camera, vehicle, site);
        }
        List<Finding> found = new ArrayList<>();
        for (TruckPermit permit : permits) {
            TruckReason reason = gate.isPresent() ? atGate(papers, permit, gate.get(), at) : onRoad(permit, camera, at);
            found.add(new Finding(judgement(reason), reason, permit.id(), site));
        }
        // Another permit that prescribes no way forbids none.
        if (permits.stream().anyMatch(each -> isFree(each, at))) {
            found.removeIf(each -> each.reason() == TruckReason.OFF_ROUTE);
        }
        return found.stream()
                .min(Comparator.comparingInt(each -> NEAREST_FIRST.indexOf(each.reason())))
                .orElseThrow();
    }

    /** What the camera's model took it for. */
    enum Vehicle {
        MUCK_TRUCK,
        TRUCK
    }

    private static Finding withoutPermit(Papers papers, String camera, Vehicle vehicle, @Nullable String site) {
        if (site == null) {
            boolean isGate = papers.camera(camera)
                    .filter(each -> each.kind() == CameraKind.GATE)
                    .isPresent();
            return Finding.unknown(isGate ? TruckReason.GATE_UNREGISTERED : TruckReason.OFF_DUTY, null);
        }
        return vehicle == Vehicle.MUCK_TRUCK
                ? Finding.violation(TruckReason.NO_PERMIT, null, site)
                : Finding.unknown(TruckReason.VEHICLE_UNSURE, site);
    }

    private static TruckReason atGate(Papers papers, TruckPermit permit, WorkSite gate, Instant at) {
        if (!permit.inForce(at)) {
            return TruckReason.NOT_IN_FORCE;
        }
        String tip = tip(permit, gate);
        if (!gate.id().equals(permit.site()) && !gate.id().equals(tip)) {
            return TruckReason.WRONG_GATE;
        }
        if (!permit.inWindow(at)) {
            return TruckReason.OUTSIDE_WINDOW;
        }
        return others(papers, permit.site(), tip, at);
    }

    /** A permit that names no tip forbids none that is filed. */
    private static @Nullable String tip(TruckPermit permit, WorkSite gate) {
        return permit.tip() == null && gate.kind() == SiteKind.TIP ? gate.id() : permit.tip();
    }

    /** The two papers besides the permit. */
    private static TruckReason others(Papers papers, String siteId, @Nullable String tipId, Instant at) {
        Optional<WorkSite> site = papers.site(siteId);
        Optional<WorkSite> tip = papers.site(tipId);
        if (site.isEmpty() || (tip.isEmpty() && tipId != null)) {
            return TruckReason.SITE_UNREGISTERED;
        }
        if (!site.get().inForce(at)) {
            return TruckReason.SITE_NOT_APPROVED;
        }
        boolean isFiled = tip.isEmpty() || tip.get().inForce(at);
        return isFiled ? TruckReason.PERMITTED : TruckReason.TIP_NOT_FILED;
    }

    private static boolean isFree(TruckPermit permit, Instant at) {
        return permit.inForce(at) && permit.inWindow(at) && permit.route().isEmpty();
    }

    private static TruckReason onRoad(TruckPermit permit, String camera, Instant at) {
        if (!permit.inForce(at) || !permit.inWindow(at) || permit.route().isEmpty()) {
            return TruckReason.OFF_DUTY;
        }
        return permit.route().contains(camera) ? TruckReason.PERMITTED : TruckReason.OFF_ROUTE;
    }

    static Judgement judgement(TruckReason reason) {
        return switch (reason) {
            case PERMITTED -> Judgement.CLEAN;
            case NO_PERMIT,
                    NOT_IN_FORCE,
                    WRONG_GATE,
                    OUTSIDE_WINDOW,
                    OFF_ROUTE,
                    SITE_NOT_APPROVED,
                    TIP_NOT_FILED,
                    CLONED_PLATE,
                    DUMPED,
                    BODY_LIFTED,
                    OFF_ROUTE_STOP -> Judgement.VIOLATION;
            case PLATE_UNREAD,
                    PLATE_UNSURE,
                    VEHICLE_UNSURE,
                    OFF_DUTY,
                    GATE_UNREGISTERED,
                    SITE_UNREGISTERED,
                    TRUCK_UNSURE,
                    READ_AGAIN,
                    UNKNOWN -> Judgement.UNKNOWN;
        };
    }
}

package io.kakou.jobs.truck.rule;

import io.kakou.events.Id;
import io.kakou.events.Point;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.TruckPosition;
import io.kakou.events.truck.TruckReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a truck's terminal said last, and since when it stands or has its body raised. A fold over its reports in the order of their
 * times; one that is older than the last says nothing.
 *
 * @param standsSince null while it drives
 * @param standsAt where it came to a stand, or null
 * @param stopTold whether this stand was told
 * @param liftTold whether this raised body was told
 */
public record Ride(
        Instant at, @Nullable Instant standsSince, @Nullable Point standsAt, boolean stopTold, boolean liftTold) {
    /** A terminal's speed at rest is seldom quite 0. */
    private static final double STANDS_KMH = 3;
    /** Within it a place is the same: satellites drift. */
    private static final double SAME_METRES = 50;
    /** Lights and jams are shorter. */
    private static final double LEAST_STAND_SECONDS = 600;
    /** A site is that large, and a route that wide. */
    private static final double NEAR_METRES = 300;

    /** The next, and what there is to tell. */
    public record Next(Ride ride, Optional<Stop> told) {}

    /**
     * Takes one more report.
     *
     * @param before null at the first
     */
    public static Next after(@Nullable Ride before, TruckPosition position, Papers papers) {
        Ride last = before == null ? new Ride(Instant.MIN, null, null, false, false) : before;
        if (!position.at().isAfter(last.at()) || !position.located()) {
            return new Next(before == null ? last : before, Optional.empty());
        }
        Ride moved = last.moved(position);
        if (!Boolean.TRUE.equals(position.lifted())) {
            return moved.standing(position, papers);
        }
        boolean tells = !last.liftTold() && papers.toNearestSite(position.place()) > NEAR_METRES;
        Ride lifted = new Ride(
                position.at(), moved.standsSince(), moved.standsAt(), moved.stopTold(), tells || last.liftTold());
        return new Next(lifted, tells ? Optional.of(lifted(position, papers)) : Optional.empty());
    }

    private Ride moved(TruckPosition position) {
        boolean stands = position.speed() < STANDS_KMH;
        Point where = standsAt;
        boolean still = stands && where != null && Metres.between(where, position.place()) <= SAME_METRES;
        return new Ride(
                position.at(),
                still ? standsSince : stands ? position.at() : null,
                still ? where : stands ? position.place() : null,
                still && stopTold,
                Boolean.TRUE.equals(position.lifted()) && liftTold);
    }

    private Next standing(TruckPosition position, Papers papers) {
        Instant since = standsSince;
        Point where = standsAt;
        if (since == null || where == null || stopTold || seconds(since, at) < LEAST_STAND_SECONDS) {
            return new Next(this, Optional.empty());
        }
        String plate = position.plate();
        Stop stop = stop(TruckReason.OFF_ROUTE_STOP, plate, since, where, permit(plate, papers, since));
        if (stop.permit() == null || explained(stop, plate, papers).isPresent()) {
            return new Next(this, Optional.empty());
        }
        return new Next(new Ride(at, since, where, true, liftTold), Optional.of(stop));
    }

    /**
     * What the papers say for it, which may have come after it was told: a site or a tip is there, or, of a stand, it was in the hours of
     * a permit that leads there or prescribes no way.
     */
    static Optional<Finding> explained(Stop stop, String plate, Papers papers) {
        if (papers.toNearestSite(stop.place()) <= NEAR_METRES) {
            return Optional.of(Finding.clean(stop.permit()));
        }
        return working(plate, papers, stop.at())
                .filter(each -> stop.reason() == TruckReason.OFF_ROUTE_STOP)
                .filter(each -> each.route().isEmpty() || toWay(stop.place(), papers.way(each)) <= NEAR_METRES)
                .map(each -> Finding.clean(each.id()))
                .findFirst();
    }

    private static Stream<TruckPermit> working(String plate, Papers papers, Instant at) {
        return papers.permits(plate).stream().filter(each -> each.inForce(at) && each.inWindow(at));
    }

    private static @Nullable String permit(String plate, Papers papers, Instant at) {
        return working(plate, papers, at).map(TruckPermit::id).findFirst().orElse(null);
    }

    private static Stop lifted(TruckPosition position, Papers papers) {
        String plate = position.plate();
        Instant at = position.at();
        return stop(TruckReason.BODY_LIFTED, plate, at, position.place(), permit(plate, papers, at));
    }

    private static Stop stop(TruckReason reason, String plate, Instant since, Point place, @Nullable String permit) {
        return new Stop(Id.hash(plate, reason.name(), since.toString()), reason, since, place, permit);
    }

    private static double toWay(Point place, List<Point> way) {
        return way.size() == 1
                ? Metres.between(place, way.get(0))
                : IntStream.range(1, way.size())
                        .mapToDouble(i -> Metres.toLine(place, way.get(i - 1), way.get(i)))
                        .min()
                        .orElse(0);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }
}

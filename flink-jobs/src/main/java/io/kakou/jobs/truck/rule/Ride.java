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
        return new Next(
                lifted,
                tells
                        ? Optional.of(stop(TruckReason.BODY_LIFTED, position, position.at(), permit(position, papers)))
                        : Optional.empty());
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
        Optional<TruckPermit> permit = working(position.plate(), papers, since);
        boolean off = permit.filter(each -> !each.route().isEmpty()
                        && papers.toNearestSite(where) > NEAR_METRES
                        && toWay(where, papers.way(each)) > NEAR_METRES)
                .isPresent();
        if (!off) {
            return new Next(this, Optional.empty());
        }
        Stop stop = stop(
                TruckReason.OFF_ROUTE_STOP,
                position,
                since,
                permit.map(TruckPermit::id).orElse(null));
        return new Next(new Ride(at, since, where, true, liftTold), Optional.of(stop));
    }

    private static Optional<TruckPermit> working(String plate, Papers papers, Instant at) {
        return papers.permits(plate).stream()
                .filter(each -> each.inForce(at) && each.inWindow(at))
                .findFirst();
    }

    private static @Nullable String permit(TruckPosition position, Papers papers) {
        return working(position.plate(), papers, position.at())
                .map(TruckPermit::id)
                .orElse(null);
    }

    private static Stop stop(TruckReason reason, TruckPosition position, Instant since, @Nullable String permit) {
        String id = Id.hash(position.plate(), reason.name(), since.toString());
        return new Stop(id, reason, since, position.place(), permit);
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

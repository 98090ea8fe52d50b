package io.kakou.jobs.truck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Point;
import io.kakou.events.truck.TruckPosition;
import io.kakou.events.truck.TruckReason;
import io.kakou.jobs.truck.Trucks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RideTest {
    private static final Point OFF = new Point(120.24, 30.35);
    private static final Point ON_THE_WAY = new Point(120.27, 30.2901);

    private final List<Stop> told = new ArrayList<>();
    private final Papers papers = Trucks.known();
    private @Nullable Ride ride;

    @Test
    void a_stand_off_the_route_is_told_once_after_ten_minutes() {
        for (int minute = 0; minute <= 30; minute++) {
            report(minute, OFF, 0, null);
        }

        assertThat(told).hasSize(1);
        assertThat(told.get(0).reason()).isEqualTo(TruckReason.OFF_ROUTE_STOP);
        assertThat(told.get(0).at()).isEqualTo(Trucks.NIGHT);
        assertThat(told.get(0).permit()).isEqualTo("p1");
    }

    @Test
    void a_stand_on_the_route_at_the_site_by_day_or_while_moving_is_none() {
        for (int minute = 0; minute <= 30; minute++) {
            report(minute, ON_THE_WAY, 0, null);
        }
        for (int minute = 40; minute <= 70; minute++) {
            report(minute, Trucks.SITE, 0, null);
        }
        for (int minute = 80; minute <= 110; minute++) {
            report(minute, new Point(120.24 + minute * 0.01, 30.35), 40, null);
        }
        for (int minute = 0; minute <= 30; minute++) {
            report(600 + minute, OFF, 0, null);
        }

        assertThat(told).isEmpty();
    }

    @Test
    void a_stand_where_another_of_its_permits_leads_is_none() {
        papers.put(Trucks.free("p2", Trucks.PLATE, "site-2", null));
        for (int minute = 0; minute <= 30; minute++) {
            report(minute, OFF, 0, null);
        }

        assertThat(told).isEmpty();
    }

    @Test
    void a_raised_body_is_told_once_each_time_but_not_at_a_tip() {
        report(0, Trucks.FAR, 0, true);
        report(1, Trucks.FAR, 0, false);
        report(2, OFF, 0, true);
        report(3, OFF, 0, true);
        report(4, OFF, 0, false);
        report(5, OFF, 0, true);

        assertThat(told).extracting(Stop::reason).containsExactly(TruckReason.BODY_LIFTED, TruckReason.BODY_LIFTED);
    }

    @Test
    void what_is_older_than_the_last_or_no_fix_says_nothing() {
        report(5, OFF, 0, null);
        Ride known = ride;
        report(4, OFF, 0, true);
        report(new TruckPosition(Trucks.PLATE, Trucks.NIGHT.plusSeconds(600), OFF, 0, 0, 0, 0, true));

        assertThat(ride).isEqualTo(known);
        assertThat(told).isEmpty();
    }

    private void report(int minute, Point place, double speed, @Nullable Boolean lifted) {
        Instant at = Trucks.NIGHT.plusSeconds(minute * 60L);
        report(new TruckPosition(Trucks.PLATE, at, place, speed, 90, 0, 3, lifted));
    }

    private void report(TruckPosition position) {
        Ride.Next next = Ride.after(ride, position, papers);
        ride = next.ride();
        next.told().ifPresent(told::add);
    }
}

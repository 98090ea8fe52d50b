package io.kakou.app.demo.street;

import io.kakou.app.demo.Figures.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who passes at which second: begins and ends with nobody on the way, so it can be shown in a loop, and from any second
 * on. Right-hand traffic: whoever comes from the left is on the near side.
 */
final class Traffic {
    static final double SECONDS = 30;

    private static final double STEPS_A_SECOND = 1.9;
    /** How far beyond the picture's edge somebody appears and vanishes, metres. */
    private static final double MARGIN = 2.4;

    private static final List<Passer> PASSERS = List.of(
            new Passer(Role.WALKER, 0.3, 1.35, 8.5),
            new Passer(Role.MAN_WALKING, 3, -1.45, 8.9),
            new Passer(Role.MAN_WALKING, 9.5, 1.4, 8.3),
            new Passer(Role.WALKER, 13, -1.3, 8.7),
            new Passer(Role.CYCLIST, 2, -2.6, 6.9),
            new Passer(Role.WOMAN_CYCLING, 11, -2.5, 7.1),
            new Passer(Role.CYCLIST, 20, -2.8, 6.8),
            new Passer(Role.CAR, 0.5, -3.2, 4.2),
            new Passer(Role.TAXI, 6, 3.6, 2.1),
            new Passer(Role.CAR, 11.5, -3.4, 4.1),
            new Passer(Role.BUS, 19.5, -3.6, 4.3),
            new Passer(Role.CAR, 23, 3.6, 2.2));

    private Traffic() {}

    /**
     * One that passes.
     *
     * @param begins second at which it comes into the picture's neighbourhood
     * @param speed metres a second, to the right
     * @param z from the near kerb
     */
    private record Passer(Role role, double begins, double speed, double z) {}

    /**
     * A figure at a moment.
     *
     * @param stride 0 where both legs are together, 1 where they are farthest apart or there is no walking
     */
    record Placed(Role role, double x, double z, boolean facesRight, double stride) {}

    /** Farthest first. */
    static List<Placed> at(double seconds, View view) {
        double second = Street.part(seconds, SECONDS);
        List<Placed> placed = new ArrayList<>();
        for (Passer passer : PASSERS) {
            double way = view.halfWidth(passer.z()) + MARGIN;
            double gone = (second - passer.begins()) * Math.abs(passer.speed());
            if (gone >= 0 && gone < 2 * way) {
                double x = view.middle(passer.z()) + Math.signum(passer.speed()) * (gone - way);
                placed.add(new Placed(passer.role(), x, passer.z(), passer.speed() > 0, stride(passer.role(), second)));
            }
        }
        placed.addAll(standing(view));
        placed.sort(Comparator.comparingDouble(Placed::z).reversed());
        return placed;
    }

    /** Trees every nine metres, a scooter and somebody who waits beside some of them. */
    private static List<Placed> standing(View view) {
        List<Placed> placed = new ArrayList<>();
        double from = view.middle(Street.LANE_TO) - view.halfWidth(Street.LANE_TO) - 4;
        for (double x = Math.ceil(from / 9) * 9; x < from + 2 * view.halfWidth(Street.LANE_TO) + 9; x += 9) {
            placed.add(new Placed(Role.TREE, x, 9.6, x % 18 == 0, 1));
            if (Street.grain(x, 5, 1) > 0.6) {
                placed.add(new Placed(Role.SCOOTER, x + 2.6, 9.9, false, 1));
            }
            if (Street.grain(x, 8, 1) > 0.75) {
                placed.add(new Placed(Role.MAN_STANDING, x + 5.2, 9.2, false, 1));
            }
        }
        return placed;
    }

    private static double stride(Role role, double second) {
        return switch (role) {
            case WALKER, MAN_WALKING -> Math.abs(Math.cos(Math.PI * STEPS_A_SECOND * second));
            case STANDER, CYCLIST, MAN_STANDING, WOMAN_CYCLING, CAR, TAXI, BUS, TREE, SCOOTER -> 1;
        };
    }
}

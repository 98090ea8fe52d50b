package io.kakou.benchmarks.trucks.story;

import io.kakou.events.Camera;
import io.kakou.events.truck.DailyWindow;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Who drives, and with which paper. */
final class Fleet {
    private static final long DAY = 86_400;
    private static final List<DailyWindow> NIGHT = List.of(new DailyWindow("22:00", "05:00"));

    private final Random random;
    private final Town town;
    private final Instant night;
    private final Plates plates;

    Fleet(Random random, Town town, Instant night) {
        this.random = random;
        this.town = town;
        this.night = night;
        this.plates = new Plates(random);
    }

    List<Truck> trucks(int count) {
        List<Truck> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(truck(i, all));
        }
        return all;
    }

    private Truck truck(int number, List<Truck> before) {
        Fault fault = fault(number);
        boolean toUnfiled = fault == Fault.NONE && number % 200 == 7;
        WorkSite site =
                town.sites().get(fault == Fault.NONE ? number % town.sites().size() : anySound());
        WorkSite tip = toUnfiled
                ? town.unfiled()
                : town.tips().get(random.nextInt(town.tips().size() - 1));
        String plate = plate(fault, number, before);
        if (fault == Fault.CLONE) {
            Truck victim = victim(before);
            return new Truck("truck-" + number, plate, fault, victim.site(), victim.tip(), null);
        }
        boolean papers = fault != Fault.NO_PAPER;
        return new Truck(
                "truck-" + number, plate, fault, site, tip, papers ? paper(number, plate, site, tip, fault) : null);
    }

    private int anySound() {
        return town.lapsedSites() + random.nextInt(town.sites().size() - town.lapsedSites());
    }

    /** Of each 200 trucks some of each kind. */
    private static Fault fault(int number) {
        return switch (number % 200) {
            case 1, 41, 81, 121, 161, 181 -> Fault.NO_PAPER;
            case 11, 111 -> Fault.OTHER_SITE;
            case 21, 122 -> Fault.BY_DAY;
            case 31, 131 -> Fault.LAPSED_PAPER;
            case 51, 151 -> Fault.DETOUR;
            case 61, 162 -> Fault.LATE_PAPER;
            case 91 -> Fault.CLONE;
            case 101 -> Fault.DUMPS;
            default -> Fault.NONE;
        };
    }

    private String plate(Fault fault, int number, List<Truck> before) {
        if (fault == Fault.CLONE) {
            return victim(before).plate();
        }
        // A few of those without papers have painted over one sign of a plate that has.
        return fault == Fault.NO_PAPER && number % 200 == 181
                ? plates.oneSignFrom(victim(before).plate())
                : plates.next();
    }

    private static Truck victim(List<Truck> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            if (before.get(i).fault() == Fault.NONE) {
                return before.get(i);
            }
        }
        throw new IllegalStateException("nobody drives lawfully before");
    }

    private TruckPermit paper(int number, String plate, WorkSite site, WorkSite tip, Fault fault) {
        boolean lapsed = fault == Fault.LAPSED_PAPER;
        return new TruckPermit(
                "permit-" + number,
                plate,
                "company-" + number % 40,
                site.id(),
                tip.id(),
                night.minusSeconds(90 * DAY),
                lapsed ? night.minusSeconds(DAY / 2) : night.plusSeconds(90 * DAY),
                NIGHT,
                TruckPermit.ZONE,
                town.way(site, tip).stream().map(Camera::id).toList(),
                null);
    }
}

package io.kakou.benchmarks.search;

import io.kakou.benchmarks.search.Eye.Person;
import io.kakou.events.ChildVehicle;
import io.kakou.events.ClothColour;
import io.kakou.events.Description;
import io.kakou.events.HeightClass;
import io.kakou.events.PersonSighting;
import io.kakou.events.Point;
import io.kakou.events.Search;
import io.kakou.events.SearchStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A child's walk from where it was lost to where it was found.
 *
 * @param passed cameras on its way
 * @param seen what they told, by time; fewer
 * @param end where it was found
 * @param found when
 */
record Route(Person child, List<String> passed, List<PersonSighting> seen, Point end, Instant found) {
    private static final double IN_VIEW_METRES = 22;

    /**
     * A walk of some cameras, without turning back at once; at every tenth the child stays for a while.
     *
     * @param keyframes seconds from look to look where all was recorded and looked at again; 0: as the planner has them
     */
    static Route walk(Town town, Eye eye, Random random, Instant begins, double keyframes) {
        List<String> all = List.copyOf(town.graph.cameras());
        boolean rides = random.nextBoolean();
        Person child = new Person(true, random.nextDouble(0.58, 0.7), rides, eye.worn(), eye.worn(), 0);
        double pace = (rides ? 1.2 : 0.9) * Math.exp(random.nextGaussian(0, 0.25));
        List<String> passed = new ArrayList<>();
        List<PersonSighting> seen = new ArrayList<>();
        String here = all.get(random.nextInt(all.size()));
        String before = "";
        Instant at = begins;
        for (int hops = random.nextInt(8, 21); hops > 0; hops--) {
            passed.add(here);
            PersonSighting told =
                    eye.see(here, child, at, IN_VIEW_METRES / pace, keyframes > 0 ? keyframes : town.lookSeconds(here));
            if (told != null) {
                seen.add(told);
            }
            Map<String, Double> neighbours = town.graph.neighbours(here);
            String last = before;
            List<String> on = neighbours.keySet().stream()
                    .filter(each -> !each.equals(last) && !passed.contains(each))
                    .toList();
            if (on.isEmpty()) {
                break;
            }
            before = here;
            here = on.get(random.nextInt(on.size()));
            double stays = random.nextInt(10) == 0 ? random.nextDouble(60, 300) : 0;
            double seconds = stays
                    + Objects.requireNonNull(neighbours.get(here)) / (pace * Math.exp(random.nextGaussian(0, 0.2)));
            at = at.plusMillis(Math.round(1000 * seconds));
        }
        return new Route(child, passed, seen, Objects.requireNonNull(town.graph.at(here)), at);
    }

    /** As its mother says it: one garment in ten is remembered as another. */
    Search search(String id, Eye eye, Random random) {
        ClothColour above = random.nextInt(10) == 0 ? eye.worn() : child.above();
        ClothColour below = random.nextInt(10) == 0 ? eye.worn() : child.below();
        return new Search(
                id,
                id,
                SearchStart.FOUND,
                end,
                found,
                new Description(
                        List.of(above),
                        List.of(below),
                        HeightClass.TO_120,
                        child.rides() ? ChildVehicle.BALANCE_BIKE : ChildVehicle.NONE,
                        0),
                List.of(),
                List.of(),
                List.of(),
                found.minusSeconds(3_600),
                found.plusSeconds(86_400),
                "bench");
    }
}

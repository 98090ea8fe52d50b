package io.kakou.events.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows a child over several hops without asking anybody: a few ways at once, the likeliest kept. A draft for people. */
public final class Routes {
    private static final int KEPT = 12;
    private static final int TRIED = 6;
    private static final int LONGEST = 60;
    /** A hop that nothing speaks for ends the way. */
    private static final double LEAST = 0.5;

    private final Ranking ranking;
    private final Map<String, List<Sight>> byCamera = new HashMap<>();

    /** @param sights of the whole time that is searched */
    public Routes(Ranking ranking, Collection<Sight> sights) {
        this.ranking = ranking;
        sights.forEach(sight -> byCamera.computeIfAbsent(sight.camera(), each -> new ArrayList<>())
                .add(sight));
        byCamera.values().forEach(each -> each.sort(Comparator.comparing(Sight::from)));
    }

    /**
     * A way.
     *
     * @param hops from the known end on
     */
    public record Route(List<Candidate> hops, double score, Anchor end) {
        public Route {
            hops = List.copyOf(hops);
        }

        Route and(Candidate hop, StreetGraph graph) {
            List<Candidate> more = new ArrayList<>(hops);
            more.add(hop);
            return new Route(more, score + hop.score(), Anchor.of(hop.sight(), end, graph));
        }

        boolean passes(Sight sight) {
            return hops.stream().anyMatch(hop -> hop.sight().id().equals(sight.id()));
        }
    }

    /** Sightings that may be the next hop, the best first. */
    public List<Candidate> next(Anchor anchor, Direction direction, int most) {
        Instant[] window = Ranking.window(anchor, direction);
        List<Sight> near = new ArrayList<>();
        for (String camera : ranking.reach(anchor, direction).keySet()) {
            for (Sight sight : byCamera.getOrDefault(camera, List.of())) {
                if (!sight.to().isBefore(window[0]) && !sight.from().isAfter(window[1])) {
                    near.add(sight);
                }
            }
        }
        return ranking.best(anchor, direction, near, most);
    }

    /** The likeliest way from an anchor on. */
    public Route follow(Anchor anchor, Direction direction) {
        List<Route> open = List.of(new Route(List.of(), 0, anchor));
        Route best = open.get(0);
        for (int hop = 0; hop < LONGEST && !open.isEmpty(); hop++) {
            open = longer(open, direction);
            for (Route route : open) {
                best = route.score() > best.score() ? route : best;
            }
        }
        return best;
    }

    /** Of those that end at the same sighting the likelier alone goes on. */
    private List<Route> longer(List<Route> open, Direction direction) {
        Map<String, Route> longer = new LinkedHashMap<>();
        for (Route route : open) {
            for (Candidate hop : next(route.end(), direction, TRIED)) {
                if (hop.score() >= LEAST && !route.passes(hop.sight())) {
                    longer.merge(
                            hop.sight().id(),
                            route.and(hop, ranking.graph()),
                            (one, other) -> one.score() >= other.score() ? one : other);
                }
            }
        }
        return longer.values().stream()
                .sorted(Comparator.comparingDouble(Route::score).reversed())
                .limit(KEPT)
                .toList();
    }
}

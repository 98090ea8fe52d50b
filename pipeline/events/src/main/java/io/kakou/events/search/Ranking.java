package io.kakou.events.search;

import io.kakou.events.Description;
import io.kakou.events.Hop;
import io.kakou.events.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ranks who may be the child at the next camera: by likeness, and by whether the way can be walked in the time. Not for
 * several threads at once.
 */
public final class Ranking {
    /** From one camera to the next that sees it a child takes at most so long, in seconds. */
    public static final double HOP_SECONDS = 1_200;
    /** A way that usually takes longer than this is not offered as one hop. */
    private static final double WAY_SECONDS = 900;
    /** Nobody small is faster, in metres a second; nearer than the metres a camera sees it takes no time. */
    private static final double FASTEST = 3.5;

    private static final double SEEN_METRES = 50;
    /** Who does not simply walk on: stands, plays, is in a shop. */
    private static final double STAYS = 0.15;
    /** A camera on the way that has missed it, and a way that it need not have taken. */
    private static final double PASSED = -1.5;

    /** So few passings more or less say nothing of a place. */
    private static final double FEW = 3;

    private final StreetGraph graph;
    private final Likeness likeness;
    private final Pace pace;
    private final OwnPace own;
    private final Set<String> without;
    private final Map<String, Map<String, Way>> ways = new HashMap<>();

    /** @param times what was learned of ways between cameras */
    public Ranking(StreetGraph graph, TravelTimes times, Search search) {
        this(graph, times, search.looks(), search.hops(), seen(search));
    }

    private Ranking(StreetGraph graph, TravelTimes times, Description looks, List<Hop> accepted, Set<String> without) {
        this.graph = graph;
        this.likeness = new Likeness(looks, accepted);
        this.pace = new Pace(times, likeness.pace());
        this.own = OwnPace.of(accepted, graph, pace);
        this.without = without;
    }

    private static Set<String> seen(Search search) {
        List<String> all = new ArrayList<>(search.rejected());
        search.hops().forEach(hop -> all.add(hop.sighting()));
        return Set.copyOf(all);
    }

    public StreetGraph graph() {
        return graph;
    }

    public Likeness likeness() {
        return likeness;
    }

    /** Cameras of the next hop, nearest first, with the way to each. */
    public Map<String, Way> reach(Anchor anchor, Direction direction) {
        String key = anchor.camera() == null ? null : direction + " " + anchor.camera();
        if (key == null) {
            return graph.ways(anchor, direction, pace, WAY_SECONDS);
        }
        return ways.computeIfAbsent(key, each -> graph.ways(anchor, direction, pace, WAY_SECONDS));
    }

    /** The ids of those, nearest first. */
    public List<String> nearest(Anchor anchor, Direction direction, int most) {
        return reach(anchor, direction).entrySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<String, Way> each) -> each.getValue().seconds())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** When the next camera may have seen it first or last. */
    public static Instant[] window(Anchor anchor, Direction direction) {
        long millis = Math.round(HOP_SECONDS * 1000);
        return direction == Direction.BACKWARD
                ? new Instant[] {anchor.from().minusMillis(millis), anchor.from()}
                : new Instant[] {anchor.to(), anchor.to().plusMillis(millis)};
    }

    /** The best of these sightings for the next hop, the best first; of looks at the same passing the best alone. */
    public List<Candidate> best(Anchor anchor, Direction direction, Collection<Sight> sights, int most) {
        Map<String, Way> reach = reach(anchor, direction);
        Map<String, Long> crowd = sights.stream().collect(Collectors.groupingBy(Sight::camera, Collectors.counting()));
        double usual = sights.size() / (double) Math.max(1, crowd.size());
        // What a person has answered is answered for every look at it.
        Passings told = new Passings();
        sights.stream().filter(sight -> without.contains(sight.id())).forEach(told::add);
        return sights.stream()
                .map(sight -> of(anchor, direction, sight, reach))
                .flatMap(Optional::stream)
                .map(each -> among(each, crowd.getOrDefault(each.sight().camera(), 1L), usual))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(each -> each.sight()
                        .id()))
                .filter(each -> told.add(each.sight()))
                .limit(most)
                .collect(Collectors.toList());
    }

    /** One sighting as the next hop, or null where it cannot be that. */
    public @Nullable Candidate of(Anchor anchor, Direction direction, Sight sight) {
        return of(anchor, direction, sight, reach(anchor, direction)).orElse(null);
    }

    private Optional<Candidate> of(Anchor anchor, Direction direction, Sight sight, Map<String, Way> reach) {
        Way way = reach.get(sight.camera());
        double seconds = direction == Direction.BACKWARD
                ? seconds(sight.to(), anchor.from())
                : seconds(anchor.to(), sight.from());
        boolean late = seconds > HOP_SECONDS || seconds < -SEEN_METRES / FASTEST;
        if (way == null || late || isSelf(anchor, sight) || without.contains(sight.id()) || !canWalk(way, seconds)) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(sight, likeness.of(sight), walk(way, Math.max(1, seconds)), way, seconds));
    }

    /** In a crowd there are many to be mistaken for the child; where hardly anybody passes, somebody alike is rarer. */
    private static Candidate among(Candidate candidate, double passed, double usual) {
        double rarer = Math.log((usual + FEW) / (passed + FEW));
        return new Candidate(
                candidate.sight(),
                candidate.likeness(),
                candidate.walk() + rarer,
                candidate.way(),
                candidate.seconds());
    }

    private static boolean isSelf(Anchor anchor, Sight sight) {
        return sight.camera().equals(anchor.camera())
                && !sight.from().isAfter(anchor.to())
                && !sight.to().isBefore(anchor.from());
    }

    private static boolean canWalk(Way way, double seconds) {
        return way.metres() - SEEN_METRES <= FASTEST * Math.max(0, seconds);
    }

    /** Against anybody, who comes by at any time of the hop's longest. */
    private double walk(Way way, double seconds) {
        double usual = Math.max(5, own.seconds(way));
        double spread = Math.max(0.3, own.spread(way));
        double far = Math.log(seconds / usual) / spread;
        double walks = Math.exp(-far * far / 2) / (seconds * spread * Math.sqrt(2 * Math.PI));
        double density = (1 - STAYS) * walks + STAYS / HOP_SECONDS;
        return Math.log(density * HOP_SECONDS) + PASSED * Math.max(0, way.between());
    }

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}

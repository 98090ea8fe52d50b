package io.kakou.console.search;

import io.kakou.console.areas.Scope;
import io.kakou.console.cameras.Cameras;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.registry.Registry;
import io.kakou.events.Search;
import io.kakou.events.TravelTime;
import io.kakou.events.search.Anchor;
import io.kakou.events.search.Candidate;
import io.kakou.events.search.Direction;
import io.kakou.events.search.Ranking;
import io.kakou.events.search.Routes;
import io.kakou.events.search.Sight;
import io.kakou.events.search.StreetGraph;
import io.kakou.events.search.TravelTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who may be the child among those who have passed: one question to the table a hop. Safe for many threads. */
public final class Finder {
    /** A draft of the whole way reaches so far from the known end. */
    private static final Duration DRAFT = Duration.ofMinutes(45);

    private static final Scope EVERYTHING = new Scope(true, Set.of());
    private static final Duration FRESH = Duration.ofSeconds(60);

    private final Searches searches;
    private final PersonSightings sightings;
    private final Street street;
    private final InstantSource clock;
    private @Nullable Known known;

    /** Where cameras stand. */
    public record Street(Cameras cameras, Registry registry) {}

    private record Known(StreetGraph graph, List<TravelTime> times, Instant at) {}

    public Finder(Searches searches, PersonSightings sightings, Street street, InstantSource clock) {
        this.searches = searches;
        this.sightings = sightings;
        this.street = street;
        this.clock = clock;
    }

    /** A minute old at most: a camera that was added a moment ago has seen nobody yet. */
    private synchronized Known known() {
        Instant now = clock.instant();
        if (known == null || known.at().plus(FRESH).isBefore(now)) {
            StreetGraph graph = StreetGraph.of(
                    street.cameras().list(EVERYTHING).stream()
                            .map(StoredCamera::camera)
                            .toList(),
                    street.registry().held().roads());
            known = new Known(graph, searches.travelTimes(), now);
        }
        return known;
    }

    /** After this cameras, roads and travel times are read anew. */
    public synchronized void forget() {
        known = null;
    }

    /** How candidates of a search are ranked now. */
    public Ranking ranking(Search search) {
        Known now = known();
        return new Ranking(now.graph(), new TravelTimes(now.times()), search);
    }

    public StreetGraph graph() {
        return known().graph();
    }

    /** Who may be the child at the next camera, the best first. */
    public List<Candidate> candidates(Search search, Direction direction, int most) {
        Ranking ranking = ranking(search);
        Anchor anchor = Anchor.of(search, direction, ranking.graph());
        Instant[] window = Ranking.window(anchor, direction);
        Collection<String> cameras = ranking.reach(anchor, direction).keySet();
        List<Sight> passed = cameras.isEmpty() ? List.of() : sightings.passed(cameras, window[0], window[1]);
        return ranking.best(anchor, direction, passed, most);
    }

    /** The likeliest way beyond the known one; nobody has looked at it. */
    public List<Candidate> draft(Search search, Direction direction) {
        Ranking ranking = ranking(search);
        Anchor anchor = Anchor.of(search, direction, ranking.graph());
        boolean back = direction == Direction.BACKWARD;
        Instant from = back ? anchor.from().minus(DRAFT) : anchor.to();
        Instant to = back ? anchor.from() : anchor.to().plus(DRAFT);
        List<Sight> passed = sightings.passed(ranking.graph().cameras(), from, to);
        List<Sight> alike = passed.stream()
                .filter(sight -> ranking.likeness().of(sight) > 0)
                .toList();
        return new Routes(ranking, alike).follow(anchor, direction).hops();
    }

    /** Cameras that go before others now: those around the end from which the child is looked for, nearest first. */
    public Search withReach(Search search) {
        Ranking ranking = ranking(search);
        Direction live = Direction.FORWARD;
        Direction past = Direction.BACKWARD;
        List<String> reach =
                switch (search.start()) {
                    case FOUND, UNKNOWN -> nearest(ranking, search, past);
                    case LAST_SEEN -> nearest(ranking, search, live);
                };
        Instant from =
                switch (search.start()) {
                    case FOUND, UNKNOWN -> Ranking.window(Anchor.of(search, past, ranking.graph()), past)[0];
                    case LAST_SEEN -> search.at();
                };
        return Searches.reaching(search, reach, from);
    }

    private static List<String> nearest(Ranking ranking, Search search, Direction direction) {
        return ranking.nearest(Anchor.of(search, direction, ranking.graph()), direction, Search.MOST_REACH);
    }
}

package io.kakou.benchmarks.search;

import io.kakou.app.embedded.postgres.EmbeddedPostgres;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.DatabaseSettings;
import io.kakou.console.search.PersonSightings;
import io.kakou.console.search.Searches;
import io.kakou.events.CameraKind;
import io.kakou.events.Hop;
import io.kakou.events.PersonSighting;
import io.kakou.events.Search;
import io.kakou.events.search.Anchor;
import io.kakou.events.search.Candidate;
import io.kakou.events.search.Direction;
import io.kakou.events.search.Ranking;
import io.kakou.events.search.Sight;
import io.kakou.events.search.StreetGraph;
import io.kakou.events.search.TravelTimes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Fills the table with six hours of a street, and searches in it as the console does. */
public final class SearchBench implements AutoCloseable {
    private static final int HOURS = 6;
    private static final int SHOWN = 10;
    /** Of the street's cameras 40 % see people often. */
    private static final double BUSY = 0.4;

    private static final double BUSY_SECONDS = 40;
    private static final double QUIET_SECONDS = 600;
    private static final double ADULT_PACE = 1.25;
    private static final int BATCH = 5_000;
    private static final double KEYFRAME_SECONDS = 2;

    /** Whose looks see the street. */
    public enum Looks {
        /** Live ones, as the planner gives them. */
        PLANNED,
        /** Those at every keyframe of footage that was stored everywhere. */
        STORED
    }

    private final EmbeddedPostgres postgres;
    private final Database database;
    private final PersonSightings table;
    private final Town town;
    private final Random random;
    private final Eye eye;
    private final double cores;
    private final double keyframes;
    private final Instant end = Instant.now();
    private final Consumer<String> people;
    private int times;

    /**
     * A street that nobody was seen in yet.
     *
     * @param folder for the database; made where it is missing
     * @param cores that the planner has
     * @param looks whose looks see the street
     */
    public SearchBench(Path folder, long seed, double cores, Looks looks, Consumer<String> people) {
        this.keyframes = looks == Looks.STORED ? KEYFRAME_SECONDS : 0;
        this.postgres = new EmbeddedPostgres(folder);
        this.postgres.start();
        this.database = new Database(new DatabaseSettings(postgres.url(), EmbeddedPostgres.USER, postgres.password()));
        this.database.start();
        this.table = new PersonSightings(database, InstantSource.system());
        this.random = new Random(seed);
        this.town = new Town(random, cores);
        this.eye = new Eye(random);
        this.cores = cores;
        this.people = people;
    }

    /** Everybody who passes in six hours, as far as the planner's looks see them. */
    public void fill() {
        List<PersonSighting> batch = new ArrayList<>();
        long all = 0;
        for (var camera : town.cameras) {
            if (camera.kind() != CameraKind.LIFT) {
                double every = random.nextDouble() < BUSY ? BUSY_SECONDS : QUIET_SECONDS;
                double looks = keyframes > 0 ? keyframes : town.lookSeconds(camera.id());
                double seconds = 0;
                while (seconds < HOURS * 3_600) {
                    seconds += -every * Math.log(1 - random.nextDouble());
                    Instant at = end.minusSeconds(HOURS * 3_600).plusMillis(Math.round(1000 * seconds));
                    PersonSighting seen = eye.see(camera.id(), eye.anybody(), at, 22 / ADULT_PACE, looks);
                    if (seen != null && seen.lastSeen().isBefore(end)) {
                        batch.add(seen);
                    }
                }
            }
            if (batch.size() >= BATCH) {
                table.put(batch);
                all += batch.size();
                batch.clear();
            }
        }
        table.put(batch);
        times = 1;
        people.accept((all + batch.size()) + " sightings of six hours at the real rate");
    }

    /** Nine more of everybody, each some minutes away. */
    public void tenfold() {
        // A copy lies within the hour of its table: what an hour holds is ten times as much.
        database.transaction(sql -> sql.run("insert into person_sighting select md5(id || n), camera, at, at +"
                + " (last_seen - first_seen), size, height_share, under_way, above, below, companions, search, record from"
                + " (select p.*, n, date_trunc('hour', first_seen) + random() * interval '3599 seconds' as at from"
                + " person_sighting p, generate_series(1, 9) n) copies"));
        times = 10;
        people.accept("ten times that");
    }

    /** Searches for so many children; each found within the last two hours. */
    public SearchFigures search(int routes) {
        analyse();
        Tally tally = new Tally();
        TravelTimes learned = new TravelTimes();
        for (int i = 0; i < routes; i++) {
            Route route = Route.walk(town, eye, random, end.minusSeconds(random.nextInt(5_400, 16_000)), keyframes);
            table.put(route.seen());
            tally.passed += route.passed().size();
            tally.seen += route.seen().size();
            follow(route, route.search("bench-" + times + "-" + i, eye, random), learned, tally);
        }
        return tally.figures(routes);
    }

    private void analyse() {
        database.transaction(sql -> sql.run("analyze person_sighting"));
    }

    /** Somebody looks at the first ten and knows the child among them; where it is not, the hop is missed and told to go on from. */
    private void follow(Route route, Search search, TravelTimes learned, Tally tally) {
        Search now = search;
        boolean whole = !route.seen().isEmpty();
        for (int i = route.seen().size() - 1; i >= 0; i--) {
            PersonSighting truth = route.seen().get(i);
            long began = System.nanoTime();
            boolean isFirst = i == route.seen().size() - 1;
            StreetGraph graph = isFirst ? StreetGraph.of(town.cameras, town.roads) : town.graph;
            List<Candidate> best = candidates(now, new Ranking(graph, learned, now));
            if (isFirst) {
                tally.seconds.add((System.nanoTime() - began) / 1e9);
            }
            int place = best.stream().map(each -> each.sight().id()).toList().indexOf(truth.id());
            tally.hops++;
            tally.inFirst += place >= 0 ? 1 : 0;
            tally.first += place == 0 ? 1 : 0;
            whole = whole && place >= 0;
            now = accept(now, truth, learned);
        }
        tally.complete += whole ? 1 : 0;
        boolean origin =
                whole && route.seen().get(0).camera().equals(route.passed().get(0));
        tally.toOrigin += origin ? 1 : 0;
    }

    /** As the console does it, which makes the street's graph anew once a minute. */
    private List<Candidate> candidates(Search search, Ranking ranking) {
        Anchor anchor = Anchor.of(search, Direction.BACKWARD, ranking.graph());
        Instant[] window = Ranking.window(anchor, Direction.BACKWARD);
        List<Sight> passed =
                table.passed(ranking.reach(anchor, Direction.BACKWARD).keySet(), window[0], window[1]);
        List<Candidate> best = ranking.best(anchor, Direction.BACKWARD, passed, SHOWN);
        table.records(best.stream().map(Candidate::sight).toList());
        return best;
    }

    private Search accept(Search search, PersonSighting seen, TravelTimes learned) {
        Hop hop = new Hop(seen.camera(), seen.id(), seen.firstSeen(), seen.lastSeen(), seen.above(), seen.below());
        Hop next = search.earliest();
        if (next != null && town.graph.neighbours(hop.camera()).containsKey(next.camera())) {
            double seconds = (next.firstSeen().toEpochMilli() - hop.lastSeen().toEpochMilli()) / 1000.0;
            var unused = learned.learn(hop.camera(), next.camera(), Math.max(1, seconds));
        }
        return Searches.with(search, hop);
    }

    private final class Tally {
        private int passed;
        private int seen;
        private int hops;
        private int inFirst;
        private int first;
        private int complete;
        private int toOrigin;
        private final List<Double> seconds = new ArrayList<>();

        SearchFigures figures(int routes) {
            Collections.sort(seconds);
            long rows =
                    database.transaction(sql -> sql.one("select count(*) from person_sighting", row -> row.getLong(1))
                            .orElse(0L));
            return new SearchFigures(
                    keyframes > 0 ? Looks.STORED.name() : Looks.PLANNED.name(),
                    times,
                    rows,
                    rounded(rows / (HOURS * 3_600.0)),
                    routes,
                    passed,
                    share(seen, passed),
                    hops,
                    share(inFirst, hops),
                    share(first, hops),
                    share(complete, routes),
                    share(toOrigin, routes),
                    rounded(seconds.isEmpty() ? 0 : seconds.get(seconds.size() / 2)),
                    rounded(seconds.isEmpty() ? 0 : seconds.get(seconds.size() - 1)),
                    cores,
                    town.followed());
        }
    }

    private static double share(int some, int all) {
        return rounded(some / (double) Math.max(1, all));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    @Override
    public void close() {
        database.close();
        postgres.close();
    }
}

package io.kakou.jobs.search;

import io.kakou.events.Finding;
import io.kakou.events.PersonSighting;
import io.kakou.events.Point;
import io.kakou.events.Road;
import io.kakou.events.Search;
import io.kakou.events.Topic;
import io.kakou.events.TravelTime;
import io.kakou.events.search.Anchor;
import io.kakou.events.search.Candidate;
import io.kakou.events.search.Direction;
import io.kakou.events.search.Ranking;
import io.kakou.events.search.Sight;
import io.kakou.events.search.StreetGraph;
import io.kakou.events.search.TravelTimes;
import io.kakou.jobs.log.DeadLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Holds everybody who passes against each search. Who comes before the cameras were read is left to the table; after that one
 * at a camera that nobody knows is a dead letter. Keyed by camera.
 */
final class MatchSightings extends KeyedBroadcastProcessFunction<String, Passed, Known, Finding> {
    static final MapStateDescriptor<String, Known> KNOWN =
            new MapStateDescriptor<>("known", Types.STRING, TypeInformation.of(Known.class));
    static final MapStateDescriptor<Integer, Long> READ = new MapStateDescriptor<>("read", Types.INT, Types.LONG);

    private static final long serialVersionUID = 1L;
    /** What speaks for it, all in all: seven times likelier the child than anybody. */
    private static final double LEAST = 2;
    /** Where time says nothing any more it must be much more alike. */
    private static final double LEAST_ALIKE = 4;

    private final Map<Integer, Long> camerasEnd;
    private transient ValueState<Long> generation;
    /** Made from the broadcast state when it has changed. */
    private transient @Nullable List<Prepared> prepared;

    /** A search, ready to be asked. */
    private record Prepared(Search search, Ranking ranking) {}

    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    MatchSightings(Map<Integer, Long> camerasEnd) {
        this.camerasEnd = new HashMap<>(camerasEnd);
    }

    @Override
    public void open(OpenContext context) {
        generation = getRuntimeContext().getState(new ValueStateDescriptor<>("generation", Types.LONG));
    }

    @Override
    public void processBroadcastElement(Known known, Context context, Collector<Finding> out) throws Exception {
        BroadcastState<String, Known> all = context.getBroadcastState(KNOWN);
        String key = known.topic() + ' ' + known.key();
        boolean isThere = known.search() != null || known.isCamera() || known.road() != null || known.travel() != null;
        if (isThere) {
            all.put(key, known);
        } else {
            all.remove(key);
        }
        if (known.topic().equals(Topic.CAMERAS.topicName())) {
            BroadcastState<Integer, Long> read = context.getBroadcastState(READ);
            Long before = read.get(known.partition());
            read.put(known.partition(), Math.max(known.offset() + 1, before == null ? 0 : before));
        }
        prepared = null;
    }

    @Override
    public void processElement(Passed passed, ReadOnlyContext context, Collector<Finding> out) throws Exception {
        PersonSighting seen = passed.seen();
        ReadOnlyBroadcastState<String, Known> all = context.getBroadcastState(KNOWN);
        if (all.get(Topic.CAMERAS.topicName() + ' ' + seen.camera()) == null) {
            if (isRead(context)) {
                String reason = "there is no camera " + seen.camera() + "; allowed: one of the topic cameras";
                context.output(DeadLetter.SIDE, new DeadLetter(passed.record(), reason));
            }
            return;
        }
        if (isOvertaken(seen)) {
            return;
        }
        Instant now = Instant.ofEpochMilli(passed.record().loggedAt());
        for (Prepared each : prepared(all)) {
            if (!each.search().isOver(now)) {
                match(each, seen, out);
            }
        }
    }

    private boolean isRead(ReadOnlyContext context) throws Exception {
        ReadOnlyBroadcastState<Integer, Long> read = context.getBroadcastState(READ);
        for (Map.Entry<Integer, Long> end : camerasEnd.entrySet()) {
            Long at = read.get(end.getKey());
            if (at == null || at < end.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** A worker that was cut off did not know; footage that is looked at again has no owner. */
    private boolean isOvertaken(PersonSighting seen) throws Exception {
        if (seen.search() != null) {
            return false;
        }
        Long highest = generation.value();
        if (highest == null || seen.generation() > highest) {
            generation.update(seen.generation());
            return false;
        }
        return seen.generation() < highest;
    }

    private List<Prepared> prepared(ReadOnlyBroadcastState<String, Known> all) throws Exception {
        List<Prepared> ready = prepared;
        if (ready == null) {
            ready = prepare(all);
            prepared = ready;
        }
        return ready;
    }

    private static List<Prepared> prepare(ReadOnlyBroadcastState<String, Known> all) throws Exception {
        List<Search> searches = new ArrayList<>();
        Map<String, Point> places = new HashMap<>();
        List<Road> roads = new ArrayList<>();
        List<TravelTime> travels = new ArrayList<>();
        for (Map.Entry<String, Known> each : all.immutableEntries()) {
            Known known = each.getValue();
            addIfThere(searches, known.search());
            addIfThere(roads, known.road());
            addIfThere(travels, known.travel());
            if (known.place() != null) {
                places.put(known.key(), known.place());
            }
        }
        if (searches.isEmpty()) {
            return List.of();
        }
        StreetGraph graph = new StreetGraph(places, roads);
        return searches.stream()
                .map(search -> new Prepared(search, new Ranking(graph, new TravelTimes(travels), search)))
                .toList();
    }

    private static <T> void addIfThere(List<T> all, @Nullable T one) {
        if (one != null) {
            all.add(one);
        }
    }

    private static void match(Prepared prepared, PersonSighting seen, Collector<Finding> out) {
        Search search = prepared.search();
        Ranking ranking = prepared.ranking();
        Sight sight = Sight.of(seen);
        Candidate best = null;
        for (Direction direction : Direction.values()) {
            Candidate each = ranking.of(Anchor.of(search, direction, ranking.graph()), direction, sight);
            best = each != null && (best == null || each.score() > best.score()) ? each : best;
        }
        if (best != null && best.score() >= LEAST) {
            out.collect(Finding.of(search.id(), seen, best.likeness(), best.walk()));
        } else if (best == null && isLater(search, ranking, sight)) {
            double likeness = ranking.likeness().of(sight);
            if (likeness >= LEAST_ALIKE) {
                out.collect(Finding.of(search.id(), seen, likeness, 0));
            }
        }
    }

    /** Too late for a hop: by now it may be anywhere. */
    private static boolean isLater(Search search, Ranking ranking, Sight sight) {
        Anchor anchor = Anchor.of(search, Direction.FORWARD, ranking.graph());
        Instant end = Objects.requireNonNull(Ranking.window(anchor, Direction.FORWARD)[1]);
        return sight.from().isAfter(end) && !search.rejected().contains(sight.id());
    }
}

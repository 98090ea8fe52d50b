package io.kakou.jobs.truck.follow;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.Point;
import io.kakou.events.Sighting;
import io.kakou.jobs.log.DeadLetter;
import io.kakou.jobs.truck.plate.Belief;
import io.kakou.jobs.truck.plate.PlateBelief;
import io.kakou.jobs.truck.rule.Judged;
import io.kakou.jobs.truck.rule.Papers;
import io.kakou.jobs.truck.rule.Seen;
import io.kakou.jobs.truck.rule.Tipped;
import io.kakou.jobs.truck.rule.TruckRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Finds which truck passed a camera, keyed by camera: what its reading is worth beside the plates that have papers, whether the camera's
 * own rule took it for a muck truck, and which truck was there when muck was tipped. A vehicle that is told again with another
 * plate is taken back from the first.
 */
public final class FindTruck extends KeyedBroadcastProcessFunction<String, AtCamera, PaperEntry, TruckEvent> {
    /** Verdicts on trucks whose plate nobody knows. */
    public static final OutputTag<Judged> UNREAD = new OutputTag<>("unread", TypeInformation.of(Judged.class));

    /** So long a truck that passed is known: a vehicle that stands is told again, a heap is seen late. */
    static final long PASSED_MILLIS = 900_000;
    /** So long a tipped heap waits for the truck: a plate may be told only once the truck has left. */
    static final long TIPPED_MILLIS = 180_000;

    static final long LOOK_AGAIN_MILLIS = 100;

    private static final long serialVersionUID = 1L;
    private static final long BEFORE_SECONDS = 300;
    private static final long AFTER_SECONDS = 60;
    private static final long MUCK_SECONDS = 15;
    private static final String MUCK_TRUCK = "muck-truck";
    private static final Set<String> TRUCKS = Set.of("truck", MUCK_TRUCK);

    private final Map<String, Long> papersEnd;
    private transient PapersState state;
    private transient PlateBelief belief;
    private transient MapState<String, Passing> passed;
    private transient MapState<String, Proof> muck;
    private transient MapState<String, Proof> tipped;
    private transient ListState<AtCamera> waiting;

    /** @param papersEnd by topic and partition, one past the newest record when the job starts */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    public FindTruck(Map<String, Long> papersEnd) {
        this.papersEnd = Map.copyOf(papersEnd);
    }

    @Override
    public void open(OpenContext context) {
        state = new PapersState(papersEnd);
        belief = new PlateBelief();
        passed = getRuntimeContext().getMapState(map("passed", Passing.class));
        muck = getRuntimeContext().getMapState(map("muck", Proof.class));
        tipped = getRuntimeContext().getMapState(map("tipped", Proof.class));
        waiting = getRuntimeContext()
                .getListState(new ListStateDescriptor<>("waiting", TypeInformation.of(AtCamera.class)));
    }

    private static <V> MapStateDescriptor<String, V> map(String name, Class<V> type) {
        return new MapStateDescriptor<>(name, Types.STRING, TypeInformation.of(type));
    }

    @Override
    public void processBroadcastElement(PaperEntry entry, Context context, Collector<TruckEvent> out) throws Exception {
        state.take(entry, context::getBroadcastState);
    }

    @Override
    public void processElement(AtCamera came, ReadOnlyContext context, Collector<TruckEvent> out) throws Exception {
        if (state.ready(context::getBroadcastState)) {
            take(came, context, out);
        } else {
            waiting.add(came);
            wake(context);
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<TruckEvent> out) throws Exception {
        switch (context.timeDomain()) {
            case PROCESSING_TIME -> {
                drain(context, out);
                decide(context, out, proof -> at >= proof.decideAt());
            }
            case EVENT_TIME -> {
                decide(context, out, proof -> at >= proof.loggedAt() + TIPPED_MILLIS);
                forget(at);
            }
        }
    }

    private void drain(OnTimerContext context, Collector<TruckEvent> out) throws Exception {
        List<AtCamera> all = new ArrayList<>();
        waiting.get().forEach(all::add);
        if (all.isEmpty()) {
            return;
        }
        if (!state.ready(context::getBroadcastState)) {
            wake(context);
            return;
        }
        waiting.clear();
        for (AtCamera each : all) {
            take(each, context, out);
        }
    }

    private static void wake(ReadOnlyContext context) {
        context.timerService().registerProcessingTimeTimer(context.currentProcessingTime() + LOOK_AGAIN_MILLIS);
    }

    private void take(AtCamera came, ReadOnlyContext context, Collector<TruckEvent> out) throws Exception {
        Papers papers = state.papers(context::getBroadcastState);
        if (came.sighting() != null) {
            if (papers.camera(came.camera()).isEmpty()) {
                context.output(
                        DeadLetter.SIDE,
                        new DeadLetter(
                                came.record(),
                                "camera " + came.camera() + " is unknown; allowed: one of the street's"));
                return;
            }
            sighting(came.sighting(), came.record().loggedAt(), papers, context, out);
        } else if (came.alert() != null) {
            alert(came.alert(), came.record().loggedAt(), context, out);
        }
    }

    private void sighting(
            Sighting sighting, long loggedAt, Papers papers, ReadOnlyContext context, Collector<TruckEvent> out)
            throws Exception {
        String label = sighting.vehicle().label();
        Belief read = belief.weigh(sighting, papers.plates());
        boolean listed = papers.plates().contains(read.plate());
        if (!TRUCKS.contains(label) && !listed) {
            return;
        }
        boolean known = listed || label.equals(MUCK_TRUCK) || isProven(sighting.at());
        Seen seen = seen(sighting, papers, read, known);
        Passing before = passed.get(seen.id());
        if (before != null && before.seen().equals(seen)) {
            return;
        }
        if (before != null
                && !before.seen().belief().plate().isEmpty()
                && !before.seen().belief().plate().equals(read.plate())) {
            out.collect(TruckEvent.withdrawn(before.seen(), loggedAt));
        }
        long forgetAt = loggedAt + PASSED_MILLIS;
        passed.put(seen.id(), new Passing(seen, forgetAt));
        context.timerService().registerEventTimeTimer(forgetAt);
        if (read.plate().isEmpty()) {
            context.output(UNREAD, TruckRule.unread(seen, papers, Instant.ofEpochMilli(loggedAt)));
        } else {
            out.collect(TruckEvent.seen(seen, loggedAt));
        }
    }

    private static Seen seen(Sighting sighting, Papers papers, Belief read, boolean muck) {
        String id = Id.hash(
                sighting.camera(),
                sighting.worker(),
                String.valueOf(sighting.generation()),
                String.valueOf(sighting.track()));
        Point place = papers.camera(sighting.camera()).orElseThrow().place();
        return new Seen(
                id,
                sighting.camera(),
                place,
                sighting.at(),
                read,
                muck,
                sighting.vehicle(),
                sighting.worker(),
                sighting.generation());
    }

    private boolean isProven(Instant at) throws Exception {
        for (Proof proof : muck.values()) {
            if (isWithin(at, proof, MUCK_SECONDS, MUCK_SECONDS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(Instant at, Proof proof, long before, long after) {
        return !at.isBefore(proof.from().minusSeconds(before))
                && !at.isAfter(proof.until().plusSeconds(after));
    }

    private void alert(Alert alert, long loggedAt, ReadOnlyContext context, Collector<TruckEvent> out)
            throws Exception {
        if (alert.phase() != AlertPhase.RAISED || alert.rule().equals(TruckRule.NAME)) {
            return;
        }
        long decideAt = context.currentProcessingTime() + TIPPED_MILLIS;
        if (alert.kind() == EventKind.DUMPING) {
            tipped.put(alert.id(), new Proof(alert.id(), alert.onset(), alert.at(), loggedAt, decideAt));
            // Whichever comes first: where nothing else happens the log's time stands still.
            context.timerService().registerEventTimeTimer(loggedAt + TIPPED_MILLIS);
            context.timerService().registerProcessingTimeTimer(decideAt);
        } else if (alert.kind() == EventKind.MUCK_TRUCK) {
            Proof proof = new Proof(alert.id(), alert.onset(), alert.at(), loggedAt, loggedAt + PASSED_MILLIS);
            muck.put(alert.id(), proof);
            context.timerService().registerEventTimeTimer(proof.decideAt());
            prove(proof, loggedAt, out);
        }
    }

    /** The alert came after what it proves. */
    private void prove(Proof proof, long loggedAt, Collector<TruckEvent> out) throws Exception {
        List<Passing> proven = new ArrayList<>();
        for (Passing each : passed.values()) {
            if (!each.seen().muck() && isWithin(each.seen().at(), proof, MUCK_SECONDS, MUCK_SECONDS)) {
                proven.add(each);
            }
        }
        for (Passing each : proven) {
            Seen seen = each.seen().asMuckTruck();
            passed.put(seen.id(), new Passing(seen, each.forgetAt()));
            if (!seen.belief().plate().isEmpty()) {
                out.collect(TruckEvent.seen(seen, loggedAt));
            }
        }
    }

    /** Whether it has waited long enough. */
    private interface Ripe {
        boolean is(Proof proof);
    }

    private void decide(OnTimerContext context, Collector<TruckEvent> out, Ripe ripe) throws Exception {
        List<Proof> decided = new ArrayList<>();
        for (Proof each : tipped.values()) {
            if (ripe.is(each)) {
                decided.add(each);
            }
        }
        for (Proof each : decided) {
            tipped.remove(each.alert());
            context.timerService().deleteEventTimeTimer(each.loggedAt() + TIPPED_MILLIS);
            context.timerService().deleteProcessingTimeTimer(each.decideAt());
            join(each, context, out);
        }
        if (tipped.isEmpty()) {
            tipped.clear();
        }
    }

    private void join(Proof proof, OnTimerContext context, Collector<TruckEvent> out) throws Exception {
        List<Seen> there = new ArrayList<>();
        for (Passing each : passed.values()) {
            if (isWithin(each.seen().at(), proof, BEFORE_SECONDS, AFTER_SECONDS)) {
                there.add(each.seen());
            }
        }
        @Nullable
        Seen only = there.size() == 1 && !there.get(0).belief().plate().isEmpty() ? there.get(0) : null;
        if (only != null) {
            out.collect(
                    TruckEvent.tipped(only.belief().plate(), new Tipped(proof.alert(), only.id()), proof.loggedAt()));
        } else {
            Papers papers = state.papers(context::getBroadcastState);
            context.output(
                    UNREAD, TruckRule.unsure(context.getCurrentKey(), proof.alert(), proof.until(), there, papers));
        }
    }

    private void forget(long at) throws Exception {
        List<String> old = new ArrayList<>();
        for (Map.Entry<String, Passing> each : passed.entries()) {
            if (each.getValue().forgetAt() <= at) {
                old.add(each.getKey());
            }
        }
        for (String each : old) {
            passed.remove(each);
        }
        List<String> oldProofs = new ArrayList<>();
        for (Proof each : muck.values()) {
            if (each.decideAt() <= at) {
                oldProofs.add(each.alert());
            }
        }
        for (String each : oldProofs) {
            muck.remove(each);
        }
        if (passed.isEmpty()) {
            passed.clear();
        }
        if (muck.isEmpty()) {
            muck.clear();
        }
    }
}

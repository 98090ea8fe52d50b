package io.kakou.jobs.truck.follow;

import io.kakou.events.truck.TruckPermit;
import io.kakou.jobs.truck.plate.PlateBelief;
import io.kakou.jobs.truck.rule.Dossier;
import io.kakou.jobs.truck.rule.Judged;
import io.kakou.jobs.truck.rule.Papers;
import io.kakou.jobs.truck.rule.TruckRule;
import io.kakou.jobs.truck.rule.TruckRule.Step;
import io.kakou.jobs.truck.rule.TruckRuleSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps what is known of each plate for a day, and judges it whenever something comes. A paper that changes is held against the plates of
 * which a violation stands: against its own truck's, and those that may be its truck misread; a site's against all.
 */
public final class FollowTruck extends KeyedBroadcastProcessFunction<String, TruckEvent, PaperEntry, Judged> {
    private static final long serialVersionUID = 1L;
    private static final ValueStateDescriptor<Boolean> OPEN = new ValueStateDescriptor<>("open", Types.BOOLEAN);

    private final TruckRuleSettings settings;
    private final Map<String, Long> papersEnd;
    private final long keepMillis;
    private final long caseMillis;
    private final long futureMillis;
    private transient PapersState state;
    private transient PlateBelief belief;
    private transient TruckRule rule;
    private transient ValueState<Dossier> dossiers;
    private transient ValueState<Boolean> open;
    private transient ListState<TruckEvent> waiting;

    /**
     * Knows no truck yet.
     *
     * @param papersEnd by topic and partition, one past the newest record when the job starts
     * @param keepMillis what was seen longer ago is forgotten
     * @param caseMillis but for violations that a paper which comes late may explain: those are after so long
     * @param futureMillis by so much a camera's time may be ahead of the log's
     */
    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    public FollowTruck(
            TruckRuleSettings settings,
            Map<String, Long> papersEnd,
            long keepMillis,
            long caseMillis,
            long futureMillis) {
        this.settings = settings;
        this.papersEnd = Map.copyOf(papersEnd);
        this.keepMillis = keepMillis;
        this.caseMillis = caseMillis;
        this.futureMillis = futureMillis;
    }

    @Override
    public void open(OpenContext context) {
        state = new PapersState(papersEnd);
        belief = new PlateBelief();
        rule = new TruckRule(settings);
        dossiers =
                getRuntimeContext().getState(new ValueStateDescriptor<>("dossier", TypeInformation.of(Dossier.class)));
        open = getRuntimeContext().getState(OPEN);
        waiting = getRuntimeContext()
                .getListState(new ListStateDescriptor<>("waiting", TypeInformation.of(TruckEvent.class)));
    }

    @Override
    public void processElement(TruckEvent event, ReadOnlyContext context, Collector<Judged> out) throws Exception {
        context.timerService().registerEventTimeTimer(forgetAt(event.loggedAt()));
        if (state.ready(context::getBroadcastState)) {
            take(event, state.papers(context::getBroadcastState), out);
        } else {
            waiting.add(event);
            wake(context);
        }
    }

    @Override
    public void processBroadcastElement(PaperEntry entry, Context context, Collector<Judged> out) throws Exception {
        state.take(entry, context::getBroadcastState);
        TruckPermit permit = entry.permit();
        if (!state.ready(context::getBroadcastState) || (permit == null && entry.site() == null)) {
            return;
        }
        Papers papers = state.papers(context::getBroadcastState);
        Instant at = Instant.ofEpochMilli(entry.loggedAt());
        context.applyToKeyedState(OPEN, (plate, isOpen) -> {
            boolean touches = permit == null || permit.plate().equals(plate) || belief.mayBe(plate, permit.plate());
            Dossier known = touches ? dossiers.value() : null;
            if (known != null) {
                Dossier listing =
                        permit == null || permit.plate().equals(plate) ? known : known.listing(permit.plate(), belief);
                tell(rule.judge(listing, papers, at), out);
            }
        });
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<Judged> out) throws Exception {
        if (context.timeDomain() == TimeDomain.EVENT_TIME) {
            forget(at, context);
            return;
        }
        List<TruckEvent> all = new ArrayList<>();
        waiting.get().forEach(all::add);
        if (all.isEmpty()) {
            return;
        }
        if (!state.ready(context::getBroadcastState)) {
            wake(context);
            return;
        }
        waiting.clear();
        for (TruckEvent each : all) {
            take(each, state.papers(context::getBroadcastState), out);
        }
    }

    private static void wake(ReadOnlyContext context) {
        context.timerService()
                .registerProcessingTimeTimer(context.currentProcessingTime() + FindTruck.LOOK_AGAIN_MILLIS);
    }

    private void take(TruckEvent event, Papers papers, Collector<Judged> out) throws Exception {
        Dossier kept = dossiers.value();
        Dossier known = kept == null ? Dossier.of(event.plate()) : kept;
        Instant at = Instant.ofEpochMilli(event.loggedAt());
        if (event.withdrawn() != null) {
            tell(rule.withdraw(known, event.withdrawn(), papers, at), out);
            return;
        }
        Dossier more = known;
        more = event.seen() == null ? more : more.with(event.seen());
        more = event.tipped() == null ? more : more.with(event.tipped());
        more = event.stop() == null ? more : more.with(event.stop());
        tell(rule.judge(more, papers, at), out);
    }

    private void tell(Step step, Collector<Judged> out) throws Exception {
        step.verdicts().forEach(out::collect);
        keep(step.dossier());
    }

    private void keep(Dossier dossier) throws Exception {
        if (dossier.isEmpty()) {
            dossiers.clear();
        } else {
            dossiers.update(dossier);
        }
        if (dossier.isOpen()) {
            open.update(true);
        } else {
            open.clear();
        }
    }

    private long forgetAt(long loggedAt) {
        return loggedAt + futureMillis + keepMillis + 1;
    }

    private void forget(long at, OnTimerContext context) throws Exception {
        Dossier known = dossiers.value();
        if (known != null) {
            Dossier left = known.since(Instant.ofEpochMilli(at - keepMillis), Instant.ofEpochMilli(at - caseMillis));
            keep(left);
            left.firstTold()
                    .map(first -> first.toEpochMilli() + caseMillis + 1)
                    .filter(next -> next > at && left.isOpen())
                    .ifPresent(context.timerService()::registerEventTimeTimer);
        }
    }
}

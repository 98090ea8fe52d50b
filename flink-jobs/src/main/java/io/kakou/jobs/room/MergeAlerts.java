package io.kakou.jobs.room;

import io.kakou.events.Alert;
import io.kakou.events.Incident;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Makes one incident of one event's alerts. An alert opens an incident or joins the one that is open; its release is
 * noted there. An incident keeps the room it was opened in, whatever becomes of the areas.
 *
 * <p>A release whose beginning was never seen opens an incident and releases it at once: the event did happen, and a
 * room would rather hear of it late than never. Ids follow from the alert alone, so should the beginning arrive after
 * all, it changes nothing. A phase written by a newer release is taken as news, like a beginning.
 */
final class MergeAlerts extends KeyedProcessFunction<String, RoutedAlert, Incident> {
    private static final long serialVersionUID = 1L;
    private static final MapStateDescriptor<String, Followed> FOLLOWED =
            new MapStateDescriptor<>("followed", Types.STRING, TypeInformation.of(Followed.class));

    private final RoomSettings settings;
    private transient MapState<String, Followed> followed;

    @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else.
    MergeAlerts(RoomSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        followed = getRuntimeContext().getMapState(FOLLOWED);
    }

    @Override
    public void processElement(RoutedAlert routed, Context context, Collector<Incident> out) throws Exception {
        Optional<Followed> after =
                switch (routed.alert().phase()) {
                    case RAISED, UNKNOWN -> raised(routed);
                    case RELEASED -> released(routed);
                };
        if (after.isPresent()) {
            keep(after.get(), routed.loggedAt(), context);
            out.collect(after.get().incident());
        }
    }

    @Override
    public void onTimer(long now, OnTimerContext context, Collector<Incident> out) throws Exception {
        for (Iterator<Map.Entry<String, Followed>> each = followed.iterator(); each.hasNext(); ) {
            if (each.next().getValue().forgetAt() <= now) {
                each.remove();
            }
        }
        if (followed.isEmpty()) {
            followed.clear();
        }
    }

    private Optional<Followed> raised(RoutedAlert routed) throws Exception {
        Alert alert = routed.alert();
        if (knowing(alert).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(all().filter(one -> one.takes(alert, settings.joinSeconds()))
                .max(Comparator.comparing(one -> one.incident().openedAt()))
                .map(one -> one.join(alert))
                .orElseGet(() -> Followed.open(routed, alert.at())));
    }

    private Optional<Followed> released(RoutedAlert routed) throws Exception {
        Alert alert = routed.alert();
        return knowing(alert)
                .or(() -> Optional.of(Followed.open(routed, alert.onset())))
                .filter(one -> one.present().contains(alert.id()))
                .map(one -> one.release(alert));
    }

    private Optional<Followed> knowing(Alert alert) throws Exception {
        return all().filter(one -> one.knows(alert)).findFirst();
    }

    private Stream<Followed> all() throws Exception {
        return StreamSupport.stream(followed.values().spliterator(), false);
    }

    private void keep(Followed one, long loggedAt, Context context) throws Exception {
        double seconds = one.isReleased() ? settings.releasedSeconds() : settings.openSeconds();
        Followed kept = one.keptUntil(loggedAt + Math.round(seconds * 1000));
        followed.put(kept.incident().id(), kept);
        context.timerService().registerEventTimeTimer(kept.forgetAt());
    }
}

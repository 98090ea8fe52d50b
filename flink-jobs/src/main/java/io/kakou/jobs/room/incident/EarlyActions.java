package io.kakou.jobs.room.incident;

import static java.util.Comparator.comparingLong;

import io.kakou.events.Action;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.streaming.api.TimerService;

/** Actions on incidents that are not known: their alert may still be on its way. Each waits some time, and is given up. */
final class EarlyActions {
    private final MapState<String, ActionOnLog> waiting;
    private final long patienceMillis;

    /** @param waiting by the action's id */
    EarlyActions(MapState<String, ActionOnLog> waiting, long patienceMillis) {
        this.waiting = waiting;
        this.patienceMillis = patienceMillis;
    }

    void add(ActionOnLog done, TimerService timers) throws Exception {
        if (!waiting.contains(done.action().id())) {
            long giveUpAt = timers.currentProcessingTime() + patienceMillis;
            waiting.put(done.action().id(), done.waitingUntil(giveUpAt));
            timers.registerProcessingTimeTimer(giveUpAt);
        }
    }

    /** Takes out those on an incident that has become known, in the order of the log. */
    List<ActionOnLog> of(String incident, TimerService timers) throws Exception {
        List<ActionOnLog> found = new ArrayList<>();
        waiting.values().forEach(found::add);
        found.removeIf(each -> !each.action().incident().equals(incident));
        found.sort(comparingLong(each -> each.record().offset()));
        for (ActionOnLog each : found) {
            waiting.remove(each.action().id());
            timers.deleteProcessingTimeTimer(each.giveUpAt());
        }
        return found;
    }

    /** Takes out those that have waited long enough. */
    List<ActionOnLog> giveUp(long now) throws Exception {
        List<ActionOnLog> given = new ArrayList<>();
        for (Iterator<ActionOnLog> each = waiting.values().iterator(); each.hasNext(); ) {
            ActionOnLog one = each.next();
            if (one.giveUpAt() <= now) {
                given.add(one);
                each.remove();
            }
        }
        if (waiting.isEmpty()) {
            waiting.clear();
        }
        return given;
    }

    static String unknown(Action action) {
        return "incident " + action.incident() + " is not known or no longer followed, kind " + action.kind()
                + "; allowed: nothing";
    }
}

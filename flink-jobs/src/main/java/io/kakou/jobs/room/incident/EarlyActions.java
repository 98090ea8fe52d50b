package io.kakou.jobs.room.incident;

import static java.util.Comparator.comparingLong;

import io.kakou.events.Action;
import io.kakou.jobs.state.RecentMap;
import java.util.List;
import org.apache.flink.streaming.api.TimerService;

/** Actions on incidents that are not known: their alert may still be on its way. Each waits some time, and is given up. */
final class EarlyActions {
    private final RecentMap<ActionOnLog> waiting;
    private final long patienceMillis;
    /** When it was first asked since the job began, epoch milliseconds; 0 before. */
    private long begunAt;

    /** @param waiting by the action's id */
    EarlyActions(RecentMap<ActionOnLog> waiting, long patienceMillis) {
        this.waiting = waiting;
        this.patienceMillis = patienceMillis;
    }

    void enter(String mergeKey) throws Exception {
        waiting.enter(mergeKey);
    }

    void save() throws Exception {
        waiting.save();
    }

    void add(ActionOnLog done, TimerService timers) {
        if (!waiting.contains(done.action().id())) {
            long giveUpAt = now(timers) + patienceMillis;
            waiting.put(done.action().id(), done.waitingUntil(giveUpAt));
            timers.registerProcessingTimeTimer(giveUpAt);
        }
    }

    /** Takes out those on an incident that has become known, in the order of the log. */
    List<ActionOnLog> of(String incident, TimerService timers) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<ActionOnLog> found = waiting.values();
        found.removeIf(each -> !each.action().incident().equals(incident));
        found.sort(comparingLong(each -> each.record().offset()));
        for (ActionOnLog each : found) {
            waiting.remove(each.action().id());
            timers.deleteProcessingTimeTimer(each.giveUpAt());
        }
        return found;
    }

    /**
     * Takes out those that have waited long enough. What they wait for may not have been read while the job was down: they wait
     * for the whole time after it began too.
     */
    List<ActionOnLog> giveUp(TimerService timers) {
        long now = now(timers);
        List<ActionOnLog> given =
                waiting.values().stream().filter(one -> one.giveUpAt() <= now).toList();
        if (!given.isEmpty() && now < begunAt + patienceMillis) {
            timers.registerProcessingTimeTimer(begunAt + patienceMillis);
            return List.of();
        }
        for (ActionOnLog one : given) {
            waiting.remove(one.action().id());
        }
        return given;
    }

    private long now(TimerService timers) {
        long now = timers.currentProcessingTime();
        begunAt = begunAt == 0 ? now : begunAt;
        return now;
    }

    static String unknown(Action action) {
        return "incident " + action.incident() + " is not known or no longer followed, kind " + action.kind()
                + "; allowed: nothing";
    }
}

package io.kakou.jobs.room.incident;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.TimerService;

/**
 * When a key must be woken: by the clock for steps that run out, by the log's time for what is to be forgotten. Incidents
 * of one key may share a millisecond, as those that are split off do: timers are set for the whole key.
 */
record Wakes(Set<Long> clock, Set<Long> forget) implements Iterable<Long> {
    static Wakes of(Collection<Followed> all) {
        Set<Long> clock = new HashSet<>();
        Set<Long> forget = new HashSet<>();
        for (Followed one : all) {
            of(one).forEach(clock::add);
            forget.add(one.forgetAt());
        }
        return new Wakes(clock, forget);
    }

    static Wakes of(Followed one) {
        List<Long> clock = Stream.concat(RoomClock.wakes(one.incident()).stream(), Ladder.wakes(one).stream())
                .toList();
        return new Wakes(Set.copyOf(clock), Set.of(one.forgetAt()));
    }

    /** By the clock. */
    @Override
    public Iterator<Long> iterator() {
        return clock.iterator();
    }

    /** Sets what is new beside {@code before}, and takes back what is no more. Most changes set nothing. */
    void set(Wakes before, TimerService timers) {
        without(before.clock, clock).forEach(timers::deleteProcessingTimeTimer);
        without(before.forget, forget).forEach(timers::deleteEventTimeTimer);
        without(clock, before.clock).forEach(timers::registerProcessingTimeTimer);
        without(forget, before.forget).forEach(timers::registerEventTimeTimer);
    }

    private static List<Long> without(Set<Long> these, Set<Long> those) {
        return these.stream().filter(each -> !those.contains(each)).toList();
    }
}

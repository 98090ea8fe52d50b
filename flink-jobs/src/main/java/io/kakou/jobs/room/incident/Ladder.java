package io.kakou.jobs.room.incident;

import static java.util.Comparator.naturalOrder;

import io.kakou.events.Deadline;
import io.kakou.events.Incident;
import io.kakou.events.Informed;
import io.kakou.events.InformedAs;
import io.kakou.events.Rung;
import io.kakou.events.Transition;
import io.kakou.events.TransitionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of a step that ran out and is still not done: rung by rung, each once. What ran out while the system was
 * down is told too, marked as such, so that a hundred of them climb as one group.
 */
final class Ladder {
    private Ladder() {}

    /** Tells the rungs that are due. */
    static Followed climb(Followed one, Instant now) {
        Followed after = one;
        for (int i = 0; i < one.later().ladder().size(); i++) {
            Optional<Instant> due = due(after, i);
            if (due.isPresent() && !due.get().isAfter(now)) {
                after = tell(after, i, due.get());
            }
        }
        return after;
    }

    /** When the next rungs are due, epoch milliseconds. */
    static List<Long> wakes(Followed one) {
        return IntStream.range(0, one.later().ladder().size())
                .mapToObj(i -> due(one, i))
                .flatMap(Optional::stream)
                .map(Instant::toEpochMilli)
                .toList();
    }

    private static Optional<Instant> due(Followed one, int number) {
        Rung rung = one.later().ladder().get(number);
        if (one.later().climbed().contains(number) || !one.incident().state().isOpen()) {
            return Optional.empty();
        }
        return one.incident().deadlines().stream()
                .filter(deadline -> deadline.step() == rung.step() && deadline.ranOut() && deadline.met() == null)
                // What was missed at a place where all is over is nobody's any more.
                .filter(deadline -> one.incident().stateOf(deadline).isOpen())
                .map(Deadline::at)
                // Of several places the one that has waited longest.
                .min(naturalOrder())
                // Up to the millisecond that follows, so that the wake is not before it.
                .map(at -> Instant.ofEpochMilli(
                        at.plusNanos(Math.round(rung.seconds() * 1e9)).toEpochMilli() + 1));
    }

    private static Followed tell(Followed one, int number, Instant due) {
        Rung rung = one.later().ladder().get(number);
        Incident incident = one.incident();
        String room = rung.room() == null ? nextAbove(one) : rung.room();
        Followed climbed = one.climbed(number);
        if (room == null || room.equals(incident.room())) {
            return climbed;
        }
        Transition step =
                Transition.escalated(incident, rung.step().name() + "/" + number, due, room, outage(incident, rung));
        Informed informed = new Informed(room, InformedAs.SUPERIOR, due, incident.area());
        return climbed.with(Draft.of(incident).informed(informed).step(step).done());
    }

    private static @Nullable String nextAbove(Followed one) {
        List<String> told = new ArrayList<>();
        one.incident().informed().forEach(each -> told.add(each.room()));
        return one.later().above().stream()
                .filter(room -> !told.contains(room))
                .findFirst()
                .orElse(null);
    }

    /** The outage in which the step ran out, so that what climbs for it is told as one group. */
    private static @Nullable String outage(Incident incident, Rung rung) {
        return incident.transitions().stream()
                .filter(step -> step.kind() == TransitionKind.OVERDUE
                        && step.cause().equals(rung.step().name()))
                .map(Transition::outage)
                .filter(outage -> outage != null)
                .findFirst()
                .orElse(null);
    }
}

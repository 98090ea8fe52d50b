package io.kakou.jobs.room.lift;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.LiftDay;
import io.kakou.events.LiftReason;
import io.kakou.events.LiftStage;
import io.kakou.events.LiftState;
import io.kakou.events.LiftTally;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one lift with control. Knows no clock: what it decides follows from the times in the records.
 *
 * @param last how it stood last, or null
 * @param open e-bikes that are in it, by what the alerts say
 * @param recent when the last stops began, epoch milliseconds
 * @param failing the alert of a controller that failed while nobody needed it, or null
 * @param days what happened, oldest first
 */
public record Supervised(
        @Nullable LiftState last, List<Stop> open, List<Long> recent, @Nullable Alert failing, List<LiftDay> days) {
    static final Supervised NEW = new Supervised(null, List.of(), List.of(), null, List.of());

    private static final int MOST_OPEN = 8;

    public Supervised {
        open = List.copyOf(open);
        recent = List.copyOf(recent);
        days = List.copyOf(days);
    }

    /**
     * What came of something that happened.
     *
     * @param told what a room is to hear of
     */
    record Outcome(Supervised next, List<Alert> told) {}

    /** An e-bike was found in it. */
    Outcome raised(Alert alert, LiftRules rules) {
        long onset = alert.onset().toEpochMilli();
        List<Long> tries = new ArrayList<>(recent);
        tries.removeIf(each -> Math.abs(onset - each) > rules.repeatSeconds() * 1000);
        tries.add(onset);
        Supervised counted = new Supervised(last, open, tries, failing, day(alert.onset(), LiftDay::plusStop));
        Supervised opened = counted.with(new Stop(alert, false));
        if (tries.size() >= rules.repeats()) {
            return opened.withoutTries().tell(alert.id(), LiftReason.REPEATS, alert.at());
        }
        return isFailing(last)
                ? opened.tell(alert.id(), LiftReason.CONTROLLER_FAILS, alert.at())
                : new Outcome(opened, List.of());
    }

    /** It has left, after a stay of which a room may have heard. */
    Outcome released(Alert alert, LiftRules rules) {
        Stop stop = stop(alert.id());
        if (stop == null) {
            return new Outcome(this, List.of(alert));
        }
        boolean stayed = seconds(stop.alert().onset(), alert.at()) > rules.silentSeconds();
        Outcome before =
                stop.told() || !stayed ? new Outcome(this, List.of()) : tell(alert.id(), LiftReason.STAYS, alert.at());
        List<Alert> told = new ArrayList<>(before.told());
        if (stop.told() || stayed) {
            told.add(alert);
        }
        return new Outcome(before.next().without(alert.id()), told);
    }

    /** How it stands now, in the word of whoever commands it; newer than what is known. */
    Outcome stands(LiftState state, LiftRules rules) {
        Supervised next = new Supervised(state, open, recent, failing, days);
        Stop stop = state.alert() == null ? null : stop(state.alert());
        if (isFailing(state)) {
            return stop == null
                    ? next.fails(state)
                    : next.tell(stop.alert().id(), LiftReason.CONTROLLER_FAILS, state.at());
        }
        Outcome well = next.recovers(state);
        if (stop == null) {
            return well;
        }
        LiftReason reason = null;
        if (state.stage() == LiftStage.FORCED) {
            reason = LiftReason.FORCED;
        } else if (state.seenAt() != null && seconds(stop.alert().onset(), state.seenAt()) > rules.staySeconds()) {
            reason = LiftReason.STAYS;
        }
        if (reason == null) {
            return well;
        }
        Outcome told = well.next().tell(stop.alert().id(), reason, state.at());
        List<Alert> all = new ArrayList<>(well.told());
        all.addAll(told.told());
        return new Outcome(told.next(), all);
    }

    /** Those that nobody has told anything of for too long by then. */
    Outcome silent(Instant now, LiftRules rules) {
        Supervised next = this;
        List<Alert> told = new ArrayList<>();
        for (Stop stop : open) {
            Instant end = end(stop, rules);
            if (!end.isAfter(now)) {
                Outcome one = next.tell(stop.alert().id(), LiftReason.STAYS, end);
                next = one.next();
                told.addAll(one.told());
            }
        }
        return new Outcome(next, told);
    }

    /** When one that nobody tells anything of has stayed too long. */
    static Instant end(Stop stop, LiftRules rules) {
        return stop.alert().onset().plusMillis(Math.round(rules.silentSeconds() * 1000));
    }

    LiftTally tally(String lift, Instant at) {
        return new LiftTally(lift, days, at);
    }

    /** A room hears of a stop once. */
    private Outcome tell(String alert, LiftReason reason, Instant at) {
        Stop stop = stop(alert);
        if (stop == null || stop.told()) {
            return new Outcome(this, List.of());
        }
        Alert told = with(stop.alert(), reason, at);
        Supervised next =
                new Supervised(last, open, recent, failing, day(stop.alert().onset(), day -> day.plus(reason)));
        return new Outcome(next.without(alert).with(new Stop(stop.alert(), true)), List.of(told));
    }

    /** Told when it is known, so that a room's clock begins then; begun when it began. */
    private static Alert with(Alert alert, LiftReason reason, Instant at) {
        return new Alert(
                alert.id(),
                AlertPhase.RAISED,
                alert.kind(),
                reason.word(),
                LiftReason.RULE,
                alert.camera(),
                alert.place(),
                alert.road(),
                at.isBefore(alert.at()) ? alert.at() : at,
                alert.onset(),
                alert.score(),
                alert.boxes(),
                alert.looks(),
                alert.worker(),
                alert.generation());
    }

    private Outcome fails(LiftState state) {
        if (failing != null) {
            return new Outcome(this, List.of());
        }
        Alert alert = ofController(
                state, Id.hash(state.lift(), LiftReason.RULE, state.since().toString()));
        Supervised next = new Supervised(
                last, open, recent, alert, day(state.at(), day -> day.plus(LiftReason.CONTROLLER_FAILS)));
        return new Outcome(next, List.of(alert));
    }

    private Outcome recovers(LiftState state) {
        if (failing == null) {
            return new Outcome(this, List.of());
        }
        Alert begun = failing;
        Alert over = new Alert(
                begun.id(),
                AlertPhase.RELEASED,
                begun.kind(),
                begun.subject(),
                begun.rule(),
                begun.camera(),
                begun.place(),
                null,
                state.at().isBefore(begun.at()) ? begun.at() : state.at(),
                begun.onset(),
                0,
                List.of(),
                List.of(),
                state.worker(),
                state.generation());
        return new Outcome(new Supervised(last, open, recent, null, days), List.of(over));
    }

    private static Alert ofController(LiftState state, String id) {
        return new Alert(
                id,
                AlertPhase.RAISED,
                EventKind.EBIKE_IN_LIFT,
                LiftReason.CONTROLLER_FAILS.word(),
                LiftReason.RULE,
                state.camera(),
                state.place(),
                null,
                state.at(),
                state.since().isAfter(state.at()) ? state.at() : state.since(),
                0,
                List.of(),
                List.of(),
                state.worker(),
                state.generation());
    }

    private static boolean isFailing(@Nullable LiftState state) {
        return state != null && state.stage() == LiftStage.FAILING;
    }

    private @Nullable Stop stop(String alert) {
        return open.stream()
                .filter(each -> each.alert().id().equals(alert))
                .findFirst()
                .orElse(null);
    }

    private Supervised with(Stop stop) {
        List<Stop> all = new ArrayList<>(open);
        all.add(stop);
        return new Supervised(
                last, all.subList(Math.max(0, all.size() - MOST_OPEN), all.size()), recent, failing, days);
    }

    private Supervised without(String alert) {
        List<Stop> all = new ArrayList<>(open);
        all.removeIf(each -> each.alert().id().equals(alert));
        return new Supervised(last, all, recent, failing, days);
    }

    private Supervised withoutTries() {
        return new Supervised(last, open, List.of(), failing, days);
    }

    /** A change of a day. */
    private interface Change {
        LiftDay of(LiftDay before);
    }

    private List<LiftDay> day(Instant at, Change change) {
        String name = at.atZone(ZoneOffset.UTC).toLocalDate().toString();
        Optional<LiftDay> there =
                days.stream().filter(day -> day.day().equals(name)).findFirst();
        List<LiftDay> all = new ArrayList<>(days);
        there.ifPresent(all::remove);
        all.add(change.of(there.orElse(new LiftDay(name, 0, 0, 0, 0, 0))));
        all.sort((one, other) -> one.day().compareTo(other.day()));
        return all.subList(Math.max(0, all.size() - LiftTally.MOST_DAYS), all.size());
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}

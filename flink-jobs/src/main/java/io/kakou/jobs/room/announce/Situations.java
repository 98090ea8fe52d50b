package io.kakou.jobs.room.announce;

import io.kakou.events.AlarmBudget;
import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.NoticeCause;
import io.kakou.events.NoticeKind;
import io.kakou.events.Situation;
import io.kakou.events.SituationKind;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an incident is heard by itself or as part of a situation. Windows are of the time at which a seat hears,
 * not of that at which something happened: what comes after a downtime comes together, and is heard together.
 */
final class Situations {
    private static final long MILLIS_BETWEEN_TELLINGS = 1_000;
    /** A long list is told less often: nobody reads a thousand lines a second, and each telling puts all of them in order. */
    private static final long MILLIS_A_LINE = 5;

    private final AlarmBudget budget;
    private final long now;
    private final SeatState state;
    private final Voice voice;
    private final Consumer<Situation> out;

    Situations(AlarmBudget budget, long now, SeatState state, Voice voice, Consumer<Situation> out) {
        this.budget = budget;
        this.now = now;
        this.state = state;
        this.voice = voice;
        this.out = out;
    }

    /** It wants to be heard; afterwards it has been told, one way or another. */
    Known hear(Known known, Reason reason) throws Exception {
        EventKind kind = known.incident().kind();
        boolean isNew = !known.counted();
        Known own = known.asOwn();
        state.known().keep(own);
        if (isNew) {
            come(kind);
        }
        return kind.mayWait() ? hearInTurn(own, reason) : hearAtOnce(own, reason);
    }

    /** It makes no sound, for a reason of its own. */
    void list(Known known, Reason reason) throws Exception {
        EventKind kind = known.incident().kind();
        Running running = known.counted() ? state.wave(kind).running() : null;
        voice.tell(NoticeKind.LISTED, known, reason, running);
        if (running != null) {
            state.wave(kind, state.wave(kind).running(enlisted(running, known).silent()));
        }
    }

    private void come(EventKind kind) throws Exception {
        Wave wave = state.wave(kind);
        int most = Math.max(budget.ceiling(), budget.floodIncidents()) + 1;
        Sounds came = wave.came().since(budget.floodSeconds(), now).and(now, most);
        Running running = wave.running();
        state.wave(kind, wave.came(came).running(running == null ? null : running.grown(now)));
    }

    private Known hearInTurn(Known known, Reason reason) throws Exception {
        EventKind kind = known.incident().kind();
        Wave wave = state.wave(kind);
        if (wave.running() != null) {
            list(known, reason);
            return known;
        }
        boolean isFlood = wave.came().within(budget.floodSeconds(), now) >= budget.floodIncidents();
        Running begun = isFlood || voice.isOverBudget() ? begin(SituationKind.FLOOD, known, reason) : null;
        voice.tell(begun == null ? NoticeKind.RING : NoticeKind.SITUATION, known, reason, begun);
        return known.hasRung();
    }

    /** Never later than now, whatever else goes on. */
    private Known hearAtOnce(Known known, Reason reason) throws Exception {
        EventKind kind = known.incident().kind();
        Wave wave = state.wave(kind);
        boolean isCalm = wave.came().within(budget.floodSeconds(), now) <= budget.ceiling();
        if (wave.running() == null && isCalm) {
            voice.tell(NoticeKind.RING, known, reason, null);
            return known.hasRung();
        }
        Running running = wave.running() == null ? begin(SituationKind.CEILING, known, reason) : wave.running();
        boolean isNewCard = running.isNewCard(known.incident().card());
        Running raised = running.raisedAt(known.incident().camera());
        state.wave(kind, state.wave(kind).running(raised));
        if (!isNewCard) {
            list(known, reason);
            return known;
        }
        Running carded = enlisted(raised, known).card(known.incident().card());
        state.wave(kind, state.wave(kind).running(carded));
        voice.tell(NoticeKind.CEILING, known, reason, carded);
        return known.hasRung();
    }

    private Running begin(SituationKind as, Known known, Reason reason) throws Exception {
        EventKind kind = known.incident().kind();
        Wave wave = state.wave(kind);
        String id = Id.hash(budget.room(), kind.name(), known.incident().id(), reason.name());
        int soundsBefore = wave.heard().within(budget.floodSeconds(), now);
        Running running = Running.begun(id, as, reason.at(), soundsBefore, now);
        for (Known each : state.known().ofKind(kind)) {
            running = each.counted() ? enlisted(running, each) : running;
        }
        state.wave(kind, wave.running(running));
        return running;
    }

    private Running enlisted(Running running, Known known) throws Exception {
        if (state.known().isListed(known)) {
            return running.changed();
        }
        if (running.held() >= SeatState.MOST_MEMBERS) {
            return running.withoutRoom();
        }
        state.known().enlist(known);
        return running.holding(running.held() + 1);
    }

    /** Something about one of its incidents changed. */
    void changed(Known known) throws Exception {
        EventKind kind = known.incident().kind();
        Running running = state.wave(kind).running();
        if (running != null && state.known().isListed(known)) {
            boolean isWaiting = running.waiting() || known.mustSurface();
            state.wave(kind, state.wave(kind).running(running.changed().waiting(isWaiting)));
        }
    }

    /** It has ended and is no more in the list. */
    void gone(Known known) throws Exception {
        EventKind kind = known.incident().kind();
        Running running = state.wave(kind).running();
        boolean isMember = state.known().isListed(known);
        state.known().remove(known);
        if (running != null && isMember) {
            state.wave(kind, state.wave(kind).running(running.holding(running.held() - 1)));
        }
        settleCalmer(kind);
    }

    /** Some of this kind were forgotten. */
    void forgotten(EventKind kind) throws Exception {
        Running running = state.wave(kind).running();
        if (running != null) {
            int held = state.known().listed(kind).size();
            state.wave(kind, state.wave(kind).running(running.holding(held)));
        }
        settleCalmer(kind);
    }

    /** To be called last, for each kind that something happened to. */
    void settle(EventKind kind) throws Exception {
        surface(kind);
        Running running = state.wave(kind).running();
        if (running == null) {
            return;
        }
        long over = overAt(state.wave(kind), running);
        if (over <= now) {
            end(kind, running, Instant.ofEpochMilli(over));
        } else if (running.untold() && isDue(running)) {
            tell(kind, running);
        }
    }

    /** The same where one of its incidents was released or has ended: a flood without any other is over. */
    void settleCalmer(EventKind kind) throws Exception {
        Running running = state.wave(kind).running();
        boolean isOver = running != null
                && running.kind() == SituationKind.FLOOD
                && running.unheld() == 0
                && state.known().listed(kind).stream()
                        .allMatch(each -> each.incident().released());
        if (running != null && isOver) {
            end(kind, running, Instant.ofEpochMilli(now));
        } else {
            settle(kind);
        }
    }

    /** A sound and the beginning are told at once. */
    private boolean isDue(Running running) {
        return running.soundAt() >= now || nextTelling(running) <= now;
    }

    private static long nextTelling(Running running) {
        return running.toldAt() + Math.max(MILLIS_BETWEEN_TELLINGS, running.held() * MILLIS_A_LINE);
    }

    private Situation tell(EventKind kind, Running running) throws Exception {
        Running told = running.told(now);
        Situation situation =
                Ranking.situation(budget.room(), kind, told, state.known().listed(kind));
        state.wave(kind, state.wave(kind).running(told));
        out.accept(situation);
        return situation;
    }

    /** What was only listed and is overdue is heard after all: the worst, and no more than the seat can take. */
    private void surface(EventKind kind) throws Exception {
        Wave wave = state.wave(kind);
        Running running = wave.running();
        if (running == null || !running.waiting() || surfacesAt(wave, running) > now) {
            return;
        }
        List<Known> waiting = state.known().listed(kind).stream()
                .filter(Known::mustSurface)
                .sorted(Ranking.worstFirst())
                .toList();
        state.wave(kind, wave.running(running.waiting(waiting.size() > 1)));
        if (!waiting.isEmpty()) {
            Known worst = waiting.get(0);
            Reason overdue = new Reason(
                    NoticeCause.OVERDUE,
                    NoticeCause.OVERDUE.name(),
                    worst.incident().updatedAt());
            voice.tell(NoticeKind.RING, worst, overdue, running);
            state.known().keep(worst.told(overdue).hasRung());
        }
    }

    private long surfacesAt(Wave wave, Running running) {
        long after = running.soundAt() + Sounds.millis(budget.floodSeconds());
        return switch (running.kind()) {
            case FLOOD, UNKNOWN ->
                Math.max(after, wave.heard().fewerThan(budget.situationSounds(), 2 * budget.floodSeconds()));
            case CEILING -> after;
        };
    }

    /** When it is over by the clock alone. */
    private long overAt(Wave wave, Running running) {
        return switch (running.kind()) {
            case FLOOD, UNKNOWN -> running.newestAt() + Sounds.millis(budget.quietSeconds());
            case CEILING -> wave.came().fewerThan((budget.ceiling() + 1) / 2, budget.floodSeconds());
        };
    }

    private void end(EventKind kind, Running running, Instant at) throws Exception {
        Situation last = tell(kind, running);
        out.accept(Ranking.ended(last, at));
        voice.ended(kind, running, at);
        state.known().dismiss(kind);
        state.wave(kind, state.wave(kind).running(null));
    }

    void prune(EventKind kind) throws Exception {
        Wave wave = state.wave(kind);
        state.wave(
                kind,
                wave.came(wave.came().since(budget.floodSeconds(), now))
                        .heard(wave.heard().since(2 * budget.floodSeconds(), now)));
    }

    /** When there is something to do next; never where there is nothing. */
    @Nullable
    Long wakes(EventKind kind) throws Exception {
        Wave wave = state.wave(kind);
        Running running = wave.running();
        if (running == null) {
            return wave.isOver()
                    ? null
                    : (Long) Math.max(
                            wave.came().fewerThan(1, budget.floodSeconds()),
                            wave.heard().fewerThan(1, 2 * budget.floodSeconds()));
        }
        long next = overAt(wave, running);
        next = running.waiting() ? Math.min(next, surfacesAt(wave, running)) : next;
        return running.untold() ? (Long) Math.min(next, nextTelling(running)) : (Long) next;
    }
}

package io.kakou.jobs.room.announce;

import io.kakou.events.AlarmBudget;
import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.Notice;
import io.kakou.events.NoticeCause;
import io.kakou.events.NoticeKind;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a seat, and counts what it hears. */
final class Voice {
    private static final double HOUR_SECONDS = 3_600;

    private final String room;
    private final long now;
    private final AlarmBudget budget;
    private final SeatState state;
    private final Consumer<Notice> out;

    Voice(AlarmBudget budget, long now, SeatState state, Consumer<Notice> out) {
        this.room = budget.room();
        this.now = now;
        this.budget = budget;
        this.state = state;
        this.out = out;
    }

    /**
     * What is told of an incident.
     *
     * @param situation the one that it is part of, or null
     */
    void tell(NoticeKind kind, Known known, Reason reason, @Nullable Running situation) throws Exception {
        boolean sound = isSound(kind);
        SeatIncident incident = known.incident();
        out.accept(new Notice(
                Id.hash(room, incident.id(), reason.name()),
                room,
                reason.at(),
                kind,
                incident.kind(),
                reason.cause(),
                incident.id(),
                situation == null ? null : situation.id(),
                kind == NoticeKind.CEILING ? incident.card() : null,
                sound,
                sound ? null : known.mute(),
                sound || known.shelf() == null ? null : known.shelf().until()));
        if (sound) {
            count(incident.kind());
        }
    }

    void ended(EventKind kind, Running situation, Instant at) {
        out.accept(new Notice(
                Id.hash(room, situation.id(), NoticeCause.CALMED.name()),
                room,
                at,
                NoticeKind.SITUATION_ENDED,
                kind,
                NoticeCause.CALMED,
                null,
                situation.id(),
                null,
                false,
                null,
                null));
    }

    /** Whether the seat has heard as much as a person can answer. */
    boolean isOverBudget() throws Exception {
        Sounds heard = state.heard();
        return heard.within(budget.floodSeconds(), now) >= budget.floodSounds()
                || heard.within(HOUR_SECONDS, now) >= budget.soundsAnHour();
    }

    /** Forgets sounds that no figure asks for any more. */
    void prune() throws Exception {
        state.heard(state.heard().since(HOUR_SECONDS, now));
    }

    /** When the last sound is forgotten. */
    long silentAt() throws Exception {
        return state.heard().fewerThan(1, HOUR_SECONDS);
    }

    private void count(EventKind kind) throws Exception {
        int most = Math.max(budget.floodSounds(), budget.soundsAnHour());
        state.heard(state.heard().since(HOUR_SECONDS, now).and(now, most));
        Wave wave = state.wave(kind);
        int mostOfKind = Math.max(budget.situationSounds(), Math.max(budget.ceiling(), budget.floodIncidents()));
        Wave after = wave.heard(wave.heard().and(now, mostOfKind));
        state.wave(
                kind,
                wave.running() == null ? after : after.running(wave.running().heard(now)));
    }

    private static boolean isSound(NoticeKind kind) {
        return switch (kind) {
            case RING, SITUATION, CEILING -> true;
            case LISTED, SITUATION_ENDED, UNKNOWN -> false;
        };
    }
}

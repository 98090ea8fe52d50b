package io.kakou.jobs.room.announce;

import io.kakou.events.AlarmBudget;
import io.kakou.events.EventKind;
import io.kakou.events.Mute;
import io.kakou.events.Notice;
import io.kakou.events.NoticeCause;
import io.kakou.events.NoticeKind;
import io.kakou.events.Shelf;
import io.kakou.events.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One room's seat at one moment: what comes to it, and what it makes of that. */
final class Seat {
    private static final String HEARD_AFTER_ALL = NoticeCause.OPENED.name() + "~UNMUTED";

    private final long now;
    private final List<Mute> mutes;
    private final SeatState state;
    private final Voice voice;
    private final Situations situations;

    /** Where it tells. */
    record Out(Consumer<Notice> notices, Consumer<Situation> situations) {}

    /** @param budget the room's, by which the room is known */
    Seat(AlarmBudget budget, List<Mute> mutes, long now, SeatState state, Out out) {
        this.now = now;
        this.mutes = mutes;
        this.state = state;
        this.voice = new Voice(budget, now, state, out.notices());
        this.situations = new Situations(budget, now, state, voice, out.situations());
    }

    /**
     * An incident as it stands now. One that has ended is nobody's business any more.
     *
     * @param forgetAt when it may be forgotten though it never ended
     */
    void tell(SeatIncident incident, long forgetAt) throws Exception {
        Known before = state.known().get(incident.id());
        if (!incident.state().isOpen()) {
            end(incident, before);
        } else if (before == null || before.incident().version() < incident.version()) {
            Known first = before == null ? Known.first(incident).shelvedBy(state.shelf(incident.id())) : before;
            Known after = announce(first.now(incident, forgetAt), before == null);
            state.known().keep(after);
            situations.changed(after);
            if (incident.released()) {
                situations.settleCalmer(incident.kind());
            } else {
                situations.settle(incident.kind());
            }
        }
    }

    private Known announce(Known known, boolean isFirst) throws Exception {
        Known told = known;
        for (Reason reason : known.incident().reasons()) {
            if (!told.reasons().contains(reason.name())) {
                told = announce(told, reason, isFirst).told(reason);
            }
        }
        if (told.mute() != null && seenBesides(told.incident())) {
            Reason heard = new Reason(
                    NoticeCause.OPENED, HEARD_AFTER_ALL, told.incident().updatedAt());
            told = situations.hear(told.mutedBy(null), heard).told(heard);
        }
        return told;
    }

    private Known announce(Known known, Reason reason, boolean isFirst) throws Exception {
        state.known().keep(known);
        if (reason.cause() == NoticeCause.NEIGHBOUR) {
            situations.list(known, reason);
            return known;
        }
        Optional<Mute> mute = mute(known.incident());
        // Somebody answered before this seat was told: as when a job that knows nothing of it begins.
        boolean isAnswered = reason.cause() == NoticeCause.OPENED
                && isFirst
                && !known.incident().isUnanswered();
        if (mute.isPresent() || known.shelf() != null || isAnswered) {
            Known silent = known.asOwn().mutedBy(mute.map(Mute::id).orElse(null));
            state.known().keep(silent);
            situations.list(silent, reason);
            return silent;
        }
        return situations.hear(known.mutedBy(null), reason);
    }

    /** The mute that silences all of it: what another camera sees is heard. */
    private Optional<Mute> mute(SeatIncident incident) {
        return incident.cameras().stream()
                        .allMatch(camera -> mute(incident.kind(), camera).isPresent())
                ? mute(incident.kind(), incident.camera())
                : Optional.empty();
    }

    private Optional<Mute> mute(EventKind kind, String camera) {
        Instant at = Instant.ofEpochMilli(now);
        return mutes.stream().filter(mute -> mute.covers(kind, camera, at)).findFirst();
    }

    /** Whether a camera that is not muted sees it too, beside one that is. */
    private boolean seenBesides(SeatIncident incident) {
        return mute(incident.kind(), incident.camera()).isPresent()
                && mute(incident).isEmpty();
    }

    private void end(SeatIncident incident, @Nullable Known before) throws Exception {
        state.takeDown(incident.id());
        if (before != null) {
            situations.gone(before);
        }
    }

    /** Somebody puts an incident aside; one that is not known yet will be aside when it comes. */
    void shelve(Shelf shelf) throws Exception {
        Shelf before = state.shelf(shelf.incident());
        if (shelf.until().toEpochMilli() <= now
                || (before != null && !shelf.at().isAfter(before.at()))) {
            return;
        }
        state.shelve(shelf);
        Known known = state.known().get(shelf.incident());
        if (known != null) {
            Known aside = known.shelvedBy(shelf);
            state.known().keep(aside);
            voice.tell(NoticeKind.LISTED, aside, reason(NoticeCause.SHELVED, shelf.at()), null);
            situations.changed(aside);
            situations.settle(aside.incident().kind());
        }
    }

    /** Does what is due by the clock. */
    void wake() throws Exception {
        for (Shelf shelf : state.shelves()) {
            if (shelf.until().toEpochMilli() <= now) {
                bringBack(shelf);
            }
        }
        for (EventKind kind : state.kindsWithWaves()) {
            situations.settle(kind);
            situations.prune(kind);
        }
        voice.prune();
    }

    private void bringBack(Shelf shelf) throws Exception {
        state.takeDown(shelf.incident());
        Known known = state.known().get(shelf.incident());
        if (known != null) {
            Known back = known.shelvedBy(null).hasRung();
            state.known().keep(back);
            voice.tell(NoticeKind.RING, back, reason(NoticeCause.SHELF_ENDED, shelf.until()), null);
            situations.changed(back);
        }
    }

    private static Reason reason(NoticeCause cause, Instant at) {
        return new Reason(cause, cause.name() + "~" + at.toEpochMilli(), at);
    }

    /** Drops incidents that never ended. */
    void forget(long at) throws Exception {
        for (EventKind kind : state.known().forget(at)) {
            situations.forgotten(kind);
        }
    }

    /** When to be woken next, epoch milliseconds, or null where nothing is due ever. */
    @Nullable
    Long wakes() throws Exception {
        List<Long> due = new ArrayList<>();
        for (EventKind kind : state.kindsWithWaves()) {
            Long next = situations.wakes(kind);
            if (next != null) {
                due.add(next);
            }
        }
        for (Shelf shelf : state.shelves()) {
            due.add(shelf.until().toEpochMilli());
        }
        if (!state.heard().isEmpty()) {
            due.add(voice.silentAt());
        }
        return due.isEmpty() ? null : (Long) Math.max(now + 1, Collections.min(due));
    }
}

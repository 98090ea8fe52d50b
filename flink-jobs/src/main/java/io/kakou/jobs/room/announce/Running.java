package io.kakou.jobs.room.announce;

import io.kakou.events.SituationKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A situation that has begun and not ended. Times without another word are epoch milliseconds.
 *
 * @param announced sounds made for it
 * @param listed incidents that made none
 * @param newestAt when its newest incident came
 * @param soundAt when it made its newest sound
 * @param toldAt when it was last told
 * @param untold whether something has changed since
 * @param waiting whether an incident that was only listed is overdue and has not been heard
 * @param cards places whose card has made its sound, of a ceiling
 * @param cameras that raised what came over the ceiling
 * @param held incidents in its list
 * @param unheld incidents that the list has no room for
 */
public record Running(
        String id,
        SituationKind kind,
        Instant since,
        long version,
        long announced,
        long listed,
        long newestAt,
        long soundAt,
        long toldAt,
        boolean untold,
        boolean waiting,
        List<String> cards,
        List<String> cameras,
        long held,
        long unheld) {
    /** Cards beyond make no sound of their own: so many are themselves what must be looked at. */
    static final int MOST_NAMED = 200;

    public Running {
        cards = List.copyOf(cards);
        cameras = List.copyOf(cameras);
    }

    static Running begun(String id, SituationKind kind, Instant since, long soundsBefore, long now) {
        return new Running(id, kind, since, 0, soundsBefore, 0, now, now, 0, true, false, List.of(), List.of(), 0, 0);
    }

    Running heard(long now) {
        return counted(announced + 1, listed).timed(newestAt, now);
    }

    Running silent() {
        return counted(announced, listed + 1);
    }

    Running grown(long now) {
        return timed(now, soundAt);
    }

    Running changed() {
        return timed(newestAt, soundAt);
    }

    Running withoutRoom() {
        return listing(held, unheld + 1);
    }

    Running holding(long incidents) {
        return listing(incidents, unheld);
    }

    Running card(String place) {
        return naming(named(cards, place), cameras);
    }

    Running raisedAt(String camera) {
        return naming(cards, named(cameras, camera));
    }

    Running waiting(boolean somebody) {
        return new Running(
                id, kind, since, version, announced, listed, newestAt, soundAt, toldAt, untold, somebody, cards,
                cameras, held, unheld);
    }

    Running told(long now) {
        return new Running(
                id,
                kind,
                since,
                version + 1,
                announced,
                listed,
                newestAt,
                soundAt,
                now,
                false,
                waiting,
                cards,
                cameras,
                held,
                unheld);
    }

    // What is changed is to be told.

    private Running counted(long sounds, long silent) {
        return new Running(
                id, kind, since, version, sounds, silent, newestAt, soundAt, toldAt, true, waiting, cards, cameras,
                held, unheld);
    }

    private Running timed(long newest, long sound) {
        return new Running(
                id, kind, since, version, announced, listed, newest, sound, toldAt, true, waiting, cards, cameras, held,
                unheld);
    }

    private Running listing(long inList, long beyond) {
        return new Running(
                id, kind, since, version, announced, listed, newestAt, soundAt, toldAt, true, waiting, cards, cameras,
                inList, beyond);
    }

    private Running naming(List<String> places, List<String> raisers) {
        return new Running(
                id, kind, since, version, announced, listed, newestAt, soundAt, toldAt, true, waiting, places, raisers,
                held, unheld);
    }

    boolean isNewCard(String place) {
        return !cards.contains(place) && cards.size() < MOST_NAMED;
    }

    private static List<String> named(List<String> all, String name) {
        return all.contains(name) || all.size() >= MOST_NAMED
                ? all
                : Stream.concat(all.stream(), Stream.of(name)).toList();
    }
}

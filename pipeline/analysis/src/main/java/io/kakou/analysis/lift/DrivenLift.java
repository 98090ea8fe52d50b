package io.kakou.analysis.lift;

import io.kakou.events.Lift;
import io.kakou.events.LiftRelease;
import io.kakou.events.LiftStage;
import io.kakou.events.LiftState;
import io.kakou.events.LiftWire;
import io.kakou.events.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One lift while its camera is watched in one generation: its lease, the way to its controller, and what is told of it. */
final class DrivenLift implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DrivenLift.class);
    /** Cabins are looked at every few seconds: who hears of none for so long does not watch it any more. */
    private static final double SILENT_SECONDS = 60;

    private static final double TELL_SECONDS = 60;
    private static final double TELL_HELD_SECONDS = 5;

    private final Lift lift;
    private final Watcher watcher;
    private final LiftSettings settings;
    private final Outside outside;
    private final Lease lease;
    /** Null where it is not to be commanded. */
    private final @Nullable Door door;

    private final @Nullable String hindrance;
    private double lookedAt;
    private @Nullable Point place;
    private @Nullable Instant onset;
    private @Nullable Instant seenAt;
    private @Nullable LiftState told;
    private double toldAt = Double.NEGATIVE_INFINITY;
    private boolean stayTold;

    /**
     * What a lift needs of others.
     *
     * @param numbers of states; they go on growing where a lift is begun anew in the same generation
     * @param back runs what came back from a controller on the thread that owns the leases
     */
    record Outside(
            LiftDesk.Peers peers,
            Doors doors,
            InstantSource clock,
            Consumer<LiftState> listener,
            LongSupplier numbers,
            Consumer<Runnable> back) {}

    DrivenLift(Lift lift, Watcher watcher, LiftSettings settings, Outside outside) {
        this.lift = lift;
        this.watcher = watcher;
        this.settings = settings;
        this.outside = outside;
        this.lease = new Lease(settings, lift.controller().releaseSeconds(), watcher.generation());
        this.hindrance = hindrance(lift, outside.peers());
        this.door = hindrance == null ? outside.doors().open(lift) : null;
    }

    /** Why it is not to be commanded, or null. */
    private static @Nullable String hindrance(Lift lift, LiftDesk.Peers peers) {
        if (!lift.isDriven()) {
            return lift.proof() == null
                    ? "its controller was never seen to let the door go by itself (kakou lifts test)"
                    : "its controller is another than the one that was tested (kakou lifts test)";
        }
        boolean tells = lift.controller().fenced() || lift.controller().wire() == LiftWire.HTTP;
        return peers == LiftDesk.Peers.SOME && !tells
                ? "there are several workers, and its controller does not tell them apart; allowed: fenced registers,"
                        + " HTTP"
                : null;
    }

    Lift lift() {
        return lift;
    }

    Watcher watcher() {
        return watcher;
    }

    boolean isOver(double now) {
        return !watcher.holds().getAsBoolean() || now - lookedAt > SILENT_SECONDS;
    }

    void looked(CabinLook look, double now) {
        lookedAt = now;
        place = look.place();
        String alert = look.alert();
        if (alert == null) {
            lease.left();
            onset = null;
            seenAt = null;
            stayTold = false;
        } else if (look.seen()) {
            stayTold &= Objects.equals(onset, look.onset());
            onset = look.onset();
            seenAt = look.at();
            double late = Math.max(0, seconds(look.at(), outside.clock().instant()));
            lease.saw(alert, now - late, now);
        }
    }

    void step(double now, @Nullable LiftRelease release) {
        Instant time = outside.clock().instant();
        lease.release(
                release != null && release.covers(time)
                        ? now + seconds(time, release.until())
                        : Double.NEGATIVE_INFINITY);
        if (door != null && watcher.holds().getAsBoolean()) {
            command(door, now, time);
        }
        tell(now, time);
    }

    private void command(Door way, double now, Instant time) {
        Ask ask = lease.due(now);
        String alert = lease.alert(now);
        if (ask != null && alert != null) {
            Instant until = time.plusNanos(Math.round((ask.sendBy() - now) * 1e9));
            var unused = way.hold(new Hold(lift.id(), ask.seconds(), until, watcher.generation(), ask.number(), alert))
                    .whenComplete((answer, failed) -> outside.back().accept(() -> answered(ask, answer, failed)));
        }
        if (!lift.voice().isEmpty() && alert != null && lease.speaks(now)) {
            Instant until = time.plusNanos(Math.round(settings.sendSeconds() * 1e9));
            var unused = way.say(new Say(lift.id(), lift.voice(), until, watcher.generation(), alert))
                    .whenComplete((nothing, failed) -> unsaid(failed));
        }
        if (lease.probes(now)) {
            var unused =
                    way.look().whenComplete((answer, failed) -> outside.back().accept(() -> probed(answer, failed)));
        }
    }

    private void answered(Ask ask, @Nullable Answer answer, @Nullable Throwable failed) {
        double now = System.nanoTime() / 1e9;
        if (answer == null) {
            lease.failed(ask.number(), failed == null ? "no answer" : DoorFailure.line(failed), now);
        } else {
            lease.answered(ask.number(), answer, now);
        }
        tell(now, outside.clock().instant());
    }

    private void probed(@Nullable Answer answer, @Nullable Throwable failed) {
        double now = System.nanoTime() / 1e9;
        String why = answer != null ? null : failed == null ? "no answer" : DoorFailure.line(failed);
        lease.probed(why, answer == null ? 0 : answer.generation(), now);
        tell(now, outside.clock().instant());
    }

    /** The door matters more: what is not said is written down, and said again in seconds. */
    private void unsaid(@Nullable Throwable failed) {
        if (failed != null) {
            LOG.warn("lift {}: nothing was said: {}", lift.id(), DoorFailure.line(failed));
        }
    }

    private void tell(double now, Instant time) {
        LiftStage stage = door == null ? LiftStage.UNTESTED : lease.stage(now);
        String alert = lease.alert(now);
        String why = door == null ? hindrance : lease.why(now);
        LiftState before = told;
        boolean changed = before == null
                || before.stage() != stage
                || !Objects.equals(before.alert(), alert)
                || !Objects.equals(before.why(), why);
        boolean stays = alert != null && !stayTold && stays();
        double every = alert == null ? TELL_SECONDS : TELL_HELD_SECONDS;
        if (!changed && !stays && now - toldAt < every) {
            return;
        }
        stayTold |= stays;
        Instant since = before == null || before.stage() != stage ? time : before.since();
        LiftState next = new LiftState(
                lift.id(),
                lift.camera(),
                place,
                stage,
                since,
                alert,
                alert == null ? null : seenAt,
                why,
                time,
                watcher.worker(),
                watcher.generation(),
                outside.numbers().getAsLong());
        if (changed) {
            LOG.info("lift {} is {}{}", lift.id(), stage, why == null ? "" : ": " + why);
        }
        told = next;
        toldAt = now;
        outside.listener().accept(next);
    }

    private boolean stays() {
        return onset != null && seenAt != null && seconds(onset, seenAt) > settings.staysSeconds();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
    }
}

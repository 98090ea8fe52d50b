package io.kakou.analysis.lift;

import io.kakou.events.LiftStage;
import org.jspecify.annotations.Nullable;

/**
 * What one lift's door is owed, as one owner of its camera knows: while there is a live reason the hold is renewed well before
 * the controller would end it, and when there is none any more nothing is done, and it ends. Knows no clock, no thread and no
 * network; all times are seconds of one clock that never steps back, and never fall from call to call.
 */
public final class Lease {
    /** Two commands may be lost between one that arrived and the controller's own end of the hold. */
    private static final double RENEWALS = 3;

    /** Registers tell an expiry in whole seconds. */
    private static final double EXPIRY_STEP_SECONDS = 1;

    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final LiftSettings settings;
    private final double releaseSeconds;
    private final long generation;

    private @Nullable String alert;
    private double seen = NEVER;
    private double heldSince = Double.NaN;
    private boolean confirmed;
    private boolean givenUp;
    private boolean forced;
    private double closedSince = Double.NaN;
    private double releasedUntil = NEVER;
    private long higher;

    private long number;
    /** Of the command that is on its way; 0: none is. */
    private long sent;

    private double sentAt;
    private double sendBy;
    private double nextHold = NEVER;
    private double nextSay = NEVER;
    private double nextProbe = NEVER;

    private int misses;
    private double failingSince = Double.NaN;
    private @Nullable String why;

    /**
     * A lease without a reason.
     *
     * @param releaseSeconds the controller ends a hold after this by itself
     * @param generation of the owner
     */
    public Lease(LiftSettings settings, double releaseSeconds, long generation) {
        this.settings = settings;
        this.releaseSeconds = releaseSeconds;
        this.generation = generation;
    }

    /**
     * A look saw an e-bike.
     *
     * @param alert id of its alert
     * @param at when the look was
     */
    public void saw(String alert, double at, double now) {
        if (at + settings.reasonSeconds() <= now) {
            return; // Too late to be a reason.
        }
        if (!alert.equals(this.alert)) {
            this.alert = alert;
            seen = NEVER;
            heldSince = Double.NaN;
            confirmed = false;
            givenUp = false;
            forced = false;
            closedSince = Double.NaN;
            nextHold = NEVER;
            nextSay = NEVER;
        }
        seen = Math.max(seen, Math.min(at, now));
    }

    /** No e-bike is in it any more. */
    public void left() {
        alert = null;
        closedSince = Double.NaN;
        forced = false;
    }

    /** A person lets the door go until then. */
    public void release(double until) {
        releasedUntil = until;
    }

    /** Whether there is a reason now. */
    public boolean isAlive(double now) {
        return alert != null && now < seen + settings.reasonSeconds();
    }

    private boolean isOwed(double now) {
        return isAlive(now) && now >= releasedUntil && higher <= generation;
    }

    /** Whoever takes a command as late as is allowed takes it while its reason lives. */
    private boolean outlives(double end) {
        return end + EXPIRY_STEP_SECONDS <= seen + settings.reasonSeconds();
    }

    /** The command that is due, or null. One at a time: the next is due when this has been answered, or has expired. */
    public @Nullable Ask due(double now) {
        if (sent != 0 && now >= sendBy) {
            failed(sent, "it does not answer within " + settings.sendSeconds() + " s", now);
        }
        if (sent != 0 || !isOwed(now) || givenUp || now < nextHold || !outlives(now + settings.sendSeconds())) {
            return null;
        }
        heldSince = Double.isNaN(heldSince) ? now : heldSince;
        if (now - heldSince >= settings.longestSeconds()) {
            givenUp = true;
            return null;
        }
        number++;
        sent = number;
        sentAt = now;
        sendBy = now + settings.sendSeconds();
        return new Ask(number, (int) Math.floor(releaseSeconds), sendBy);
    }

    /** Whether a warning is due; it is taken as given. */
    public boolean speaks(double now) {
        if (!isOwed(now) || now < nextSay) {
            return false;
        }
        nextSay = now + settings.sayEverySeconds();
        return true;
    }

    /** Whether the controller should be read while nobody needs it; it is taken as done. */
    public boolean probes(double now) {
        if (sent != 0 || isOwed(now) || now < nextProbe) {
            return false;
        }
        nextProbe = now + (misses == 0 ? settings.probeSeconds() : settings.probeSeconds() / 6);
        return true;
    }

    /** A command was answered. */
    public void answered(long of, Answer answer, double now) {
        if (of != sent) {
            return; // Given up on before.
        }
        sent = 0;
        higher = Math.max(higher, answer.generation());
        if (higher > generation) {
            return;
        }
        if (!answer.held()) {
            missed("it was asked to hold the door and does not say that it does", now);
            return;
        }
        confirmed = true;
        well();
        nextHold = sentAt + releaseSeconds / RENEWALS;
        watchDoor(answer.doorClosed(), now);
    }

    private void watchDoor(@Nullable Boolean closed, double now) {
        if (closed == null || !closed) {
            closedSince = Double.NaN;
            return;
        }
        closedSince = Double.isNaN(closedSince) ? now : closedSince;
        forced |= now - closedSince >= settings.forcedSeconds() && seen > closedSince;
    }

    /** A command failed. */
    public void failed(long of, String reason, double now) {
        if (of == sent) {
            sent = 0;
            missed(reason, now);
        }
    }

    /** The controller was read; null: it answered. */
    public void probed(@Nullable String failure, long generationThere, double now) {
        higher = Math.max(higher, generationThere);
        if (failure == null) {
            well();
        } else {
            missed(failure, now);
        }
    }

    private void missed(String reason, double now) {
        misses++;
        why = reason;
        failingSince = Double.isNaN(failingSince) ? now : failingSince;
        nextHold = now + settings.retrySeconds();
    }

    private void well() {
        misses = 0;
        why = null;
        failingSince = Double.NaN;
    }

    private boolean isFailing(double now) {
        return misses > 1 && now - failingSince >= settings.failedSeconds();
    }

    /** How it stands. */
    public LiftStage stage(double now) {
        if (higher > generation) {
            return LiftStage.FENCED;
        }
        if (isFailing(now)) {
            return LiftStage.FAILING;
        }
        if (!isAlive(now)) {
            return LiftStage.FREE;
        }
        if (now < releasedUntil) {
            return LiftStage.RELEASED;
        }
        if (givenUp) {
            return LiftStage.GIVEN_UP;
        }
        if (forced) {
            return LiftStage.FORCED;
        }
        return confirmed ? LiftStage.HELD : LiftStage.ASKED;
    }

    /** Why it fails or is fenced, or null. */
    public @Nullable String why(double now) {
        if (higher > generation) {
            return "the controller obeys generation " + higher + ", and this worker has " + generation;
        }
        return isFailing(now) ? why : null;
    }

    /** Id of the alert of the e-bike that is in it, or null. */
    public @Nullable String alert(double now) {
        return isAlive(now) ? alert : null;
    }
}

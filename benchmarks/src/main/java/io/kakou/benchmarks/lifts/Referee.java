package io.kakou.benchmarks.lifts;

import java.util.ArrayList;
import java.util.List;

/**
 * Watches a controller and knows when there was a reason. Times are seconds and never fall. A door that is held for longer than
 * the controller's own release without a live reason is a violation, and so is a command of an older generation than one
 * before it, or one that is no hold.
 */
final class Referee {
    private static final double SLACK_SECONDS = 0.002;

    private final double reasonSeconds;
    private final double releaseSeconds;
    private final double allowedSeconds;
    private final List<String> violations = new ArrayList<>();
    /** Up to here somebody's look is a reason. */
    private double reasonUntil = Double.NEGATIVE_INFINITY;

    private double heldFrom = Double.NaN;
    private double heldUntil = Double.NEGATIVE_INFINITY;
    private long highest;
    private long commands;
    private double longestWithout;

    /**
     * A referee who has seen nothing.
     *
     * @param allowedSeconds without a reason. Without a fence a command that lies in the system of a process that stands still
     *     while the network is cut may come late once, while the last hold lasts: then it is twice the release
     */
    Referee(double reasonSeconds, double releaseSeconds, double allowedSeconds) {
        this.reasonSeconds = reasonSeconds;
        this.allowedSeconds = allowedSeconds;
        this.releaseSeconds = releaseSeconds;
    }

    /** Somebody's look saw an e-bike. */
    synchronized void reason(double at) {
        settle(at);
        reasonUntil = Math.max(reasonUntil, at + reasonSeconds);
    }

    /** The controller took a command. */
    synchronized void took(double at, long generation, double seconds) {
        settle(at);
        commands++;
        if (generation < highest) {
            violations.add(at + ": commanded by generation " + generation + " after " + highest);
        }
        if (!(seconds > 0 && seconds <= releaseSeconds)) {
            violations.add(at + ": asked to hold for " + seconds + " s; allowed: up to " + releaseSeconds);
        }
        highest = Math.max(highest, generation);
        if (at >= heldUntil) {
            heldFrom = at;
        }
        heldUntil = Math.max(heldUntil, at + seconds);
    }

    /** Something was written that is no hold. */
    synchronized void strange(String what) {
        violations.add(what);
    }

    /** What has passed by then is judged. */
    synchronized void settle(double now) {
        double end = Math.min(now, heldUntil);
        double without = end - Math.max(heldFrom, reasonUntil);
        if (!Double.isNaN(without) && without > longestWithout) {
            if (without > allowedSeconds + SLACK_SECONDS) {
                violations.add(now + ": held for " + without + " s without a reason");
            }
            longestWithout = without;
        }
    }

    synchronized boolean isHeld(double now) {
        return now < heldUntil;
    }

    synchronized long highest() {
        return highest;
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized long commands() {
        return commands;
    }

    /** How long it was held without a reason at the longest, as a share of the controller's own release. */
    synchronized double shareWithout() {
        return longestWithout / releaseSeconds;
    }
}

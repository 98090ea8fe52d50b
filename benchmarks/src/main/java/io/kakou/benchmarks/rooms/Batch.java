package io.kakou.benchmarks.rooms;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Events that are generated together, numbered from {@code first}; each is at a camera of its own and gives so many alerts,
 * mixed with those of a thousand others.
 */
final class Batch {
    private static final int MIXED = 1000;
    private static final double ONSET_SECONDS = 1;

    private final int first;
    private final int events;
    private final int alertsEach;
    private final EventKind kind;
    /** When each alert was sent and when its incident was read, nanoseconds, by its place; 0: not yet. */
    private final AtomicLongArray sent;

    private final AtomicLongArray read;
    /** Of the first alert of each event, epoch milliseconds. */
    private final long[] decidedAt;

    private final AtomicLongArray overdueRead;

    Batch(int first, int events, int alertsEach, EventKind kind) {
        this.first = first;
        this.events = events;
        this.alertsEach = alertsEach;
        this.kind = kind;
        this.sent = new AtomicLongArray(events * alertsEach);
        this.read = new AtomicLongArray(events * alertsEach);
        this.decidedAt = new long[events];
        this.overdueRead = new AtomicLongArray(events);
    }

    int alerts() {
        return events * alertsEach;
    }

    int events() {
        return events;
    }

    int end() {
        return first + events;
    }

    boolean holds(int event) {
        return event >= first && event < end();
    }

    int alertsEach() {
        return alertsEach;
    }

    /** The alert that is sent at this place, as decided now. */
    Alert take(int place, Instant now) {
        int block = Math.min(MIXED, events - place / (MIXED * alertsEach) * MIXED);
        int begun = place / (MIXED * alertsEach) * MIXED;
        int within = place - begun * alertsEach;
        int event = begun + within % block;
        int number = within / block;
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        if (number == 0) {
            decidedAt[event] = at.toEpochMilli();
        }
        sent.set(event * alertsEach + number, System.nanoTime());
        return alert(first + event, number, at);
    }

    private Alert alert(int event, int number, Instant at) {
        return new Alert(
                id(event, number),
                AlertPhase.RAISED,
                kind,
                "generated",
                "bench/1",
                camera(event),
                Grids.spot(event),
                null,
                at,
                at.minusMillis(Math.round(ONSET_SECONDS * 1000)),
                0.83,
                List.of(),
                List.of(),
                "bench",
                1);
    }

    static String camera(int event) {
        return "c" + event;
    }

    static String id(int event, int number) {
        return "e" + event + "-" + number;
    }

    /** Which event an alert is of. */
    static int eventOf(String alert) {
        return Integer.parseInt(alert.substring(1, alert.indexOf('-')));
    }

    /** An incident of the event is there with so many alerts. */
    void heard(int event, long alerts, long nanos) {
        int begin = (event - first) * alertsEach;
        for (int i = 0; i < Math.min(alerts, alertsEach); i++) {
            read.compareAndSet(begin + i, 0, nanos);
        }
    }

    /** Its incident says that a step ran out. */
    void heardOverdue(int event, long millis) {
        overdueRead.compareAndSet(event - first, 0, millis);
    }

    int sentSoFar() {
        return counted(sent);
    }

    int readSoFar() {
        return counted(read);
    }

    int overdueSoFar() {
        return counted(overdueRead);
    }

    /** Milliseconds from sending to reading, of all that were read. */
    Delays delays() {
        double[] millis = new double[alerts()];
        int many = 0;
        for (int i = 0; i < alerts(); i++) {
            if (read.get(i) != 0) {
                millis[many++] = (read.get(i) - sent.get(i)) / 1e6;
            }
        }
        return Delays.of(millis, many);
    }

    /**
     * Milliseconds from a moment to the word that a step ran out.
     *
     * @param limitMillis from the decision to the deadline
     * @param notBefore where the deadline lies before it, that is the moment, epoch milliseconds
     */
    Delays overdueDelays(long limitMillis, long notBefore) {
        double[] millis = new double[events];
        int many = 0;
        for (int i = 0; i < events; i++) {
            if (overdueRead.get(i) != 0) {
                millis[many++] = overdueRead.get(i) - Math.max(decidedAt[i] + limitMillis, notBefore);
            }
        }
        return Delays.of(millis, many);
    }

    private static int counted(AtomicLongArray values) {
        int many = 0;
        for (int i = 0; i < values.length(); i++) {
            many += values.get(i) == 0 ? 0 : 1;
        }
        return many;
    }
}

package io.kakou.benchmarks.lifts;

import io.kakou.analysis.lift.Answer;
import io.kakou.analysis.lift.Ask;
import io.kakou.analysis.lift.Lease;
import io.kakou.analysis.lift.LiftSettings;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Some minutes of one lift on a clock of its own, all of it out of a seed: an e-bike comes and goes, looks come late or not at
 * all, commands and answers are lost, delayed, doubled and overtake each other, the network is cut, workers are killed, stand
 * still and start again, and the camera changes hands while the one who had it does not know.
 */
final class History {
    private static final double SECONDS = 120;
    private static final double STEP_SECONDS = 0.1;
    private static final LiftSettings SETTINGS = LiftSettings.DEFAULT;
    /** As things are. */
    static final World REAL = new World(SETTINGS, true);

    private final World world;
    private final Random random;
    private final Faults faults;
    private final boolean fenced;
    private final boolean heartbeat;
    private final double release;
    private final Referee referee;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingDouble(Due::at).thenComparingLong(Due::order));
    private final Worker[] workers;

    private double now;
    private long order;
    private long claims;
    private long lastHeartbeat;
    private double heldUntil = Double.NEGATIVE_INFINITY;
    private long known;
    private double cutUntil = Double.NEGATIVE_INFINITY;
    /** The alert of the e-bike that is in it, or null. */
    private @Nullable String inside;

    private long stays;
    private long late;

    /**
     * What the referee's rules are tried against.
     *
     * @param lease what leases go by
     * @param fences whether controllers that are said to tell generations apart do
     */
    record World(LiftSettings lease, boolean fences) {}

    /** What goes wrong. */
    enum Faults {
        /** Nothing: then a door must be held in time as well. */
        NONE,
        /** Anything. */
        ALL
    }

    /**
     * How it went.
     *
     * @param fenced whether the controller tells generations and expired commands apart
     * @param late stays, where nothing went wrong, whose door was not held within a second of its first look
     */
    record Outcome(Referee referee, boolean fenced, long stays, long late) {}

    private record Due(double at, long order, Runnable what) {}

    /** A process that watches the cabin, or watched it and does not know. */
    private final class Worker {
        private @Nullable Lease lease;
        private long generation;
        private boolean owns;
        private double stoppedUntil = Double.NEGATIVE_INFINITY;
        /** Counts its lives: what a killed process had begun, its successor knows nothing of. */
        private int life;

        /** The command that is on its way; cut off when it is not answered in time. */
        private int sending;

        boolean runs() {
            return lease != null && now >= stoppedUntil;
        }

        void begin(long claimed) {
            life++;
            generation = claimed;
            owns = true;
            lease = new Lease(world.lease(), release, claimed);
        }

        void kill() {
            life++;
            sending++; // the system throws away what it had not sent
            lease = null;
            owns = false;
        }

        void look() {
            Lease own = lease;
            if (own == null || !runs() || !owns) {
                return;
            }
            String seen = inside;
            boolean mistaken = faults == Faults.ALL && random.nextInt(50) == 0;
            if (seen != null && !mistaken) {
                double delay = faults == Faults.ALL && random.nextInt(10) == 0 ? 8 * random.nextDouble() : 0.05;
                double at = now;
                referee.reason(at);
                int then = life;
                after(delay, () -> {
                    if (then == life && runs()) {
                        own.saw(seen, at, now);
                        step();
                    }
                });
            } else if (seen == null) {
                own.left();
            }
        }

        void step() {
            Lease own = lease;
            if (own == null || !runs() || !owns) {
                return;
            }
            Ask ask = own.due(now);
            if (ask != null) {
                send(own, ask);
            }
            boolean unused = own.speaks(now);
        }

        private void send(Lease own, Ask ask) {
            int call = ++sending;
            int then = life;
            long of = generation;
            // The process cuts its connection off when the time is over; while it stands still nobody does.
            Delivery delivery = new Delivery(this, call, ask, of, Math.floor(ask.sendBy()) + 1);
            after(ask.sendBy() - now, () -> {
                if (sending == call && now >= stoppedUntil) {
                    sending++;
                }
            });
            deliver(delivery, answer -> {
                if (then == life && now >= stoppedUntil) {
                    own.answered(ask.number(), answer, now);
                }
            });
        }
    }

    private record Delivery(Worker from, int call, Ask ask, long generation, double expires) {}

    private interface Back {
        void answer(Answer answer);
    }

    private History(long seed, World world) {
        this.world = world;
        random = new Random(seed);
        faults = random.nextInt(20) == 0 ? Faults.NONE : Faults.ALL;
        fenced = random.nextBoolean();
        heartbeat = random.nextBoolean();
        release = 1 + random.nextInt(10);
        referee = new Referee(SETTINGS.reasonSeconds(), release, fenced ? release : 2 * release);
        // Where a controller cannot tell two workers apart, one alone may command it.
        workers = new Worker[fenced ? 2 : 1];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker();
        }
    }

    static Outcome run(long seed, World world) {
        return new History(seed, world).run();
    }

    private Outcome run() {
        workers[0].begin(++claims);
        after(1 + 5 * random.nextDouble(), this::comes);
        after(0, this::stepAll);
        for (Worker worker : workers) {
            looks(worker);
        }
        if (faults == Faults.ALL) {
            after(10 * random.nextDouble(), this::mishap);
        }
        for (Due next = due.poll(); next != null && next.at() < SECONDS; next = due.poll()) {
            now = next.at();
            next.what().run();
        }
        referee.settle(SECONDS);
        return new Outcome(referee, fenced, stays, late);
    }

    private void after(double seconds, Runnable what) {
        due.add(new Due(now + Math.max(0, seconds), order++, what));
    }

    private void comes() {
        inside = "stay-" + ++stays;
        String which = inside;
        after(3.2, () -> {
            if (faults == Faults.NONE && which.equals(inside) && !referee.isHeld(now)) {
                late++;
            }
        });
        after(2 + 60 * random.nextDouble(), this::goes);
    }

    private void goes() {
        inside = null;
        after(1 + 40 * random.nextDouble(), this::comes);
    }

    private void looks(Worker worker) {
        worker.look();
        after(faults == Faults.NONE ? 2 : 1.5 + 2 * random.nextDouble(), () -> looks(worker));
    }

    private void stepAll() {
        for (Worker worker : workers) {
            worker.step();
        }
        after(STEP_SECONDS, this::stepAll);
    }

    /** One thing more goes wrong, or is put right. */
    private void mishap() {
        Worker one = workers[random.nextInt(workers.length)];
        switch (random.nextInt(6)) {
            case 0 -> one.kill();
            case 1 -> one.stoppedUntil = now + 30 * random.nextDouble();
            case 2 -> cutUntil = now + 20 * random.nextDouble();
            case 3 -> takesOver(one);
            case 4 -> {
                if (one.lease != null && one.runs()) {
                    one.lease.release(now + 20 * random.nextDouble());
                }
            }
            default -> {
                if (one.lease == null) {
                    one.begin(++claims);
                }
            }
        }
        after(12 * random.nextDouble(), this::mishap);
    }

    /** The one before hears of it within its eight seconds, or, cut off from the log, not before half a minute. */
    private void takesOver(Worker next) {
        for (Worker other : workers) {
            if (other != next && other.owns) {
                int then = other.life;
                after(random.nextInt(3) == 0 ? 30 * random.nextDouble() : 8 * random.nextDouble(), () -> {
                    if (other.life == then) {
                        other.owns = false;
                    }
                });
            }
        }
        next.begin(++claims);
    }

    private void deliver(Delivery sent, Back back) {
        boolean lost = faults == Faults.ALL && random.nextInt(8) == 0;
        if (!lost) {
            after(way(), () -> arrive(sent, back));
        }
        // A connection delivers once; a gateway on the way may do it again, which a fence has to bear.
        if (fenced && faults == Faults.ALL && random.nextInt(8) == 0) {
            after(way() + 30 * random.nextDouble(), () -> take(sent, back));
        }
    }

    /** Seconds from end to end; what is cut off waits until the network is whole. */
    private double way() {
        boolean slow = faults == Faults.ALL && random.nextInt(10) == 0;
        double seconds = slow ? 30 * random.nextDouble() : 0.001 + 0.05 * random.nextDouble();
        return now < cutUntil ? cutUntil - now + seconds : seconds;
    }

    private void arrive(Delivery sent, Back back) {
        if (sent.from().sending == sent.call()) {
            take(sent, back);
        }
    }

    private void take(Delivery sent, Back back) {
        boolean refused = fenced && world.fences() && (sent.generation() < known || now >= sent.expires());
        if (!refused) {
            known = Math.max(known, sent.generation());
            hold(sent);
        }
        Answer answer = new Answer(now < heldUntil, null, fenced ? known : 0);
        if (faults == Faults.NONE || random.nextInt(8) != 0) {
            after(way(), () -> back.answer(answer));
        }
    }

    private void hold(Delivery sent) {
        double seconds = heartbeat ? release : sent.ask().seconds();
        if (heartbeat && sent.ask().number() == lastHeartbeat) {
            return; // a register that has not changed is no heartbeat
        }
        lastHeartbeat = sent.ask().number();
        heldUntil = Math.max(heldUntil, now + seconds);
        referee.took(now, sent.generation(), seconds);
    }
}

package io.kakou.benchmarks.rooms;

import io.kakou.app.cluster.Cluster;
import io.kakou.app.cluster.JobJar;
import io.kakou.app.cluster.Part;
import io.kakou.app.cluster.Submission;
import io.kakou.benchmarks.process.Pause;
import io.kakou.benchmarks.process.ProcessMeter;
import io.kakou.events.Area;
import io.kakou.events.ClockLimit;
import io.kakou.events.ClockProfile;
import io.kakou.events.ClockStep;
import io.kakou.events.EventKind;
import io.kakou.events.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Measures the rooms' job on a standalone Flink: broker, JobManager and TaskManagers are processes of their own. */
public final class RoomsBench {
    private static final String PROCESSES =
            "Kafka, ZooKeeper, JobManager, 2 TaskManagers, PostgreSQL: each its own; generator and reader: this one";
    private static final double PATIENCE_SECONDS = 600;
    private static final double POLL_SECONDS = 0.2;
    private static final double FILL_RATE = 2_000;
    private static final double CLOCK_RATE = 1_000;
    private static final double CALM_SECONDS = 30;
    private static final double FAR_SECONDS = 2_000_000;
    /** All of them are sent before the first runs out. */
    private static final double CLOCK_SECONDS = 30;

    private static final int ALERTS_EACH = 3;
    private static final double MOST_LAG_SECONDS = 2;
    private static final double MOST_GROWTH_SECONDS = 0.5;

    private final Cluster cluster;
    private final RoomsPlan plan;
    private final Consumer<String> people;
    private final List<Batch> batches = new ArrayList<>();

    private RoomsBench(Cluster cluster, RoomsPlan plan, Consumer<String> people) {
        this.cluster = cluster;
        this.plan = plan;
        this.people = people;
    }

    /**
     * Measures all of it.
     *
     * @param folder of the cluster; empty
     * @param people are told what goes on
     */
    public static RoomsFigures measure(Path folder, RoomsPlan plan, Consumer<String> people)
            throws IOException, InterruptedException {
        try (Cluster cluster = Cluster.in(folder)) {
            people.accept("the parts start");
            cluster.start();
            return new RoomsBench(cluster, plan, people).measure();
        }
    }

    private RoomsFigures measure() throws IOException, InterruptedException {
        try (Sender sender = new Sender(cluster.log().clients());
                Listener listener = new Listener(cluster.log().clients())) {
            registry(sender);
            String unused = cluster.submit(new Submission(
                    JobJar.find(),
                    plan.parallelism(),
                    null,
                    List.of(
                            "--checkpointSeconds", String.valueOf(plan.checkpointSeconds()),
                            "--bufferSeconds", String.valueOf(plan.bufferSeconds()))));
            listener.start();
            fill(sender, listener);
            Delays steady = steady(sender, listener);
            List<RateHeld> rates = rates(sender, listener);
            Delays clock = clock(sender, listener);
            // Last: programs that have just begun are slow for a minute.
            Delays restart = restart(sender, listener);
            people.accept("the log is read whole");
            return figures(
                    steady, clock, restart, rates, Verdict.read(cluster.log().clients(), batches));
        }
    }

    /** Nothing runs out but where that is measured. */
    private static void registry(Sender sender) throws IOException, InterruptedException {
        for (Area area : Grids.areas()) {
            sender.write(Topic.REGISTRY, area.key(), area);
        }
        for (ClockProfile profile : List.of(
                profile("far", List.of(), FAR_SECONDS),
                profile("near", List.of(EventKind.LOST_CHILD), CLOCK_SECONDS))) {
            sender.write(Topic.REGISTRY, profile.key(), profile);
        }
    }

    private static ClockProfile profile(String id, List<EventKind> kinds, double respond) {
        return new ClockProfile(
                id,
                kinds,
                List.of(new ClockLimit(ClockStep.RESPOND, respond), new ClockLimit(ClockStep.ARRIVE, FAR_SECONDS)));
    }

    private Batch batch(int events, int alertsEach, EventKind kind, Listener listener) {
        int first = batches.isEmpty() ? 0 : batches.get(batches.size() - 1).end();
        Batch batch = new Batch(first, events, alertsEach, kind);
        batches.add(batch);
        listener.follow(batch);
        return batch;
    }

    private void fill(Sender sender, Listener listener) throws IOException, InterruptedException {
        people.accept("open incidents: " + plan.open());
        Batch open = batch(plan.open(), 1, EventKind.EBIKE_IN_LIFT, listener);
        sender.send(open, FILL_RATE, second -> {});
        awaitAll("incidents are open", open.alerts(), open::readSoFar);
        // What a hundred thousand in a minute leave to be sorted on disk is no part of a street's day.
        Pause.seconds(CALM_SECONDS);
    }

    private Delays steady(Sender sender, Listener listener) throws IOException, InterruptedException {
        people.accept(plan.steadyAlertsPerSecond() + " alerts a second for " + plan.seconds() + " s");
        int events = (int) (plan.steadyAlertsPerSecond() * plan.seconds() / ALERTS_EACH);
        Batch steady = batch(events, ALERTS_EACH, EventKind.EBIKE_IN_LIFT, listener);
        sender.send(steady, plan.steadyAlertsPerSecond(), second -> {});
        awaitAll("alerts are in incidents", steady.alerts(), steady::readSoFar);
        return told(steady.delays());
    }

    private Delays clock(Sender sender, Listener listener) throws IOException, InterruptedException {
        // Nor is what a rate that was too high left behind.
        Pause.seconds(CALM_SECONDS);
        people.accept("deadlines that run together: " + plan.deadlines());
        Batch timed = batch(plan.deadlines(), 1, EventKind.LOST_CHILD, listener);
        sender.send(timed, CLOCK_RATE, second -> {});
        awaitAll("steps ran out", timed.events(), timed::overdueSoFar);
        return told(timed.overdueDelays(Math.round(CLOCK_SECONDS * 1000), 0));
    }

    /** Both TaskManagers are killed while the steps run, and start when all have run out. */
    private Delays restart(Sender sender, Listener listener) throws IOException, InterruptedException {
        people.accept("steps that run out while the job is down: " + plan.overdue());
        Batch missed = batch(plan.overdue(), 1, EventKind.LOST_CHILD, listener);
        sender.send(missed, CLOCK_RATE, second -> {});
        awaitAll("incidents are open", missed.alerts(), missed::readSoFar);
        Pause.seconds(plan.checkpointSeconds());
        cluster.kill(Part.TASK_MANAGER_1);
        cluster.kill(Part.TASK_MANAGER_2);
        Pause.seconds(CLOCK_SECONDS);
        cluster.start(Part.TASK_MANAGER_1);
        cluster.start(Part.TASK_MANAGER_2);
        long runsAt = cluster.awaitRunning();
        people.accept("all of the job runs again since " + Instant.ofEpochMilli(runsAt));
        awaitAll("steps that ran out are told", missed.events(), missed::overdueSoFar);
        return told(missed.overdueDelays(Math.round(CLOCK_SECONDS * 1000), runsAt));
    }

    private Delays told(Delays delays) {
        people.accept(delays.toString());
        return delays;
    }

    private List<RateHeld> rates(Sender sender, Listener listener) throws IOException, InterruptedException {
        List<RateHeld> tried = new ArrayList<>();
        for (double rate : plan.rates()) {
            tried.add(rate(rate, sender, listener));
            people.accept(tried.get(tried.size() - 1).toString());
            if (!tried.get(tried.size() - 1).held()) {
                break;
            }
        }
        return tried;
    }

    private RateHeld rate(double rate, Sender sender, Listener listener) throws IOException, InterruptedException {
        people.accept(rate + " alerts a second for " + plan.seconds() + " s");
        int events = (int) (rate * plan.seconds() / ALERTS_EACH);
        Batch batch = batch(events, ALERTS_EACH, EventKind.EBIKE_IN_LIFT, listener);
        ProcessMeter self = new ProcessMeter(ProcessHandle.current().pid());
        long[] early = new long[1];
        double cpu = self.cpuSeconds();
        long began = System.nanoTime();
        sender.send(batch, rate, second -> early[0] = second <= plan.seconds() / 3 ? lag(batch) : early[0]);
        long late = lag(batch);
        double took = (System.nanoTime() - began) / 1e9;
        double cores = (self.cpuSeconds() - cpu) / took;
        double reached = batch.alerts() / took;
        awaitAll("alerts are in incidents", batch.alerts(), batch::readSoFar);
        boolean held = late <= MOST_LAG_SECONDS * rate
                && late - early[0] <= MOST_GROWTH_SECONDS * rate
                && reached >= 0.98 * rate;
        return new RateHeld(
                Math.round(reached), Math.round(took), early[0], late, batch.delays(), hundredths(cores), held);
    }

    private static long lag(Batch batch) {
        return (long) batch.sentSoFar() - batch.readSoFar();
    }

    private RoomsFigures figures(Delays steady, Delays clock, Delays restart, List<RateHeld> rates, Verdict verdict) {
        return new RoomsFigures(
                PROCESSES,
                plan.parallelism(),
                plan.checkpointSeconds(),
                plan.bufferSeconds(),
                plan.open(),
                plan.steadyAlertsPerSecond(),
                steady.p50Millis(),
                steady.p99Millis(),
                rates.stream()
                        .filter(RateHeld::held)
                        .mapToDouble(RateHeld::alertsPerSecond)
                        .max()
                        .orElse(0),
                rates,
                plan.deadlines(),
                clock.p50Millis(),
                clock.p99Millis(),
                clock.mostMillis(),
                restart,
                hundredths(verdict.incidents() == 0 ? 0 : (double) verdict.alerts() / verdict.incidents()),
                verdict.wrongMerges(),
                verdict.lost(),
                verdict.doubled());
    }

    private static void awaitAll(String what, int wanted, IntSupplier many) throws IOException, InterruptedException {
        long until = System.nanoTime() + Math.round(PATIENCE_SECONDS * 1e9);
        while (many.getAsInt() < wanted) {
            if (System.nanoTime() > until) {
                throw new IOException(
                        "not within " + PATIENCE_SECONDS + " s: " + what + ", " + many.getAsInt() + " of " + wanted);
            }
            Pause.seconds(POLL_SECONDS);
        }
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

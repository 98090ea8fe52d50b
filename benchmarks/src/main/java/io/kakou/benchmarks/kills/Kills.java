package io.kakou.benchmarks.kills;

import io.kakou.app.cluster.Cluster;
import io.kakou.app.cluster.JobJar;
import io.kakou.app.cluster.Part;
import io.kakou.app.cluster.Submission;
import io.kakou.benchmarks.process.Pause;
import io.kakou.events.ClockLimit;
import io.kakou.events.ClockProfile;
import io.kakou.events.ClockStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Kills parts of a cluster under load, and starts them again as a supervisor would. */
public final class Kills {
    private static final double PATIENCE_SECONDS = 300;
    private static final double POLL_SECONDS = 0.1;
    private static final double FAR_SECONDS = 2_000_000;
    private static final double SHORTEST_SECONDS = 0.5;

    private final Cluster cluster;
    private final KillsPlan plan;
    private final Consumer<String> people;
    private final Random random;
    private final Map<Target, List<Double>> recovered = new EnumMap<>(Target.class);

    private Kills(Cluster cluster, KillsPlan plan, Consumer<String> people) {
        this.cluster = cluster;
        this.plan = plan;
        this.people = people;
        this.random = new Random(plan.seed());
    }

    /**
     * Does all of it.
     *
     * @param folder of the cluster; empty
     * @param people are told what goes on
     */
    public static KillsFigures measure(Path folder, KillsPlan plan, Consumer<String> people)
            throws IOException, InterruptedException {
        try (Cluster cluster = Cluster.in(folder)) {
            people.accept("the parts start");
            cluster.start();
            return new Kills(cluster, plan, people).measure();
        }
    }

    private KillsFigures measure() throws IOException, InterruptedException {
        long began = System.nanoTime();
        quietClock();
        String unused = cluster.submit(new Submission(JobJar.find(), 2, null, List.of("--checkpointSeconds", "2")));
        try (Town town = new Town(cluster.log().clients(), plan.alertsPerSecond())) {
            town.start();
            for (int i = 0; i < plan.kills(); i++) {
                for (Target target : Target.values()) {
                    Pause.seconds(SHORTEST_SECONDS + random.nextDouble() * (plan.longestSeconds() - SHORTEST_SECONDS));
                    kill(target, town);
                }
            }
            town.rest();
            settle(town);
            return figures(town.books(), (System.nanoTime() - began) / 60e9);
        }
    }

    /** No step runs out: whatever is told was caused by an alert or an action. */
    private void quietClock() throws IOException, InterruptedException {
        ClockProfile far = new ClockProfile("far", List.of(), List.of(new ClockLimit(ClockStep.RESPOND, FAR_SECONDS)));
        Marks marks = new Marks(cluster.log().clients());
        marks.register(far);
        marks.close();
    }

    private void kill(Target target, Town town) throws IOException, InterruptedException {
        List<Part> parts = target.parts(random);
        long killed = System.nanoTime();
        int before = town.books().in();
        for (Part part : parts) {
            cluster.kill(part);
        }
        for (Part part : parts) {
            cluster.start(part);
        }
        try (Marks marks = new Marks(cluster.log().clients())) {
            String mark = marks.send();
            town.books().acknowledge(marks.cause());
            await(target + ": what came after it is told", town, () -> town.books()
                    .has(mark, marks.cause()));
        }
        long unused = cluster.awaitRunning();
        double seconds = (System.nanoTime() - killed) / 1e9;
        recovered.computeIfAbsent(target, key -> new ArrayList<>()).add(seconds);
        people.accept(String.format(
                "%s %d of %d: whole after %.1f s; %d in",
                target,
                recovered.get(target).size(),
                plan.kills(),
                seconds,
                town.books().in() - before));
    }

    private static void settle(Town town) throws InterruptedException {
        long until = System.nanoTime() + Math.round(PATIENCE_SECONDS * 1e9);
        while (!town.books().lost().isEmpty() && System.nanoTime() < until) {
            Pause.seconds(1);
        }
        // What would be told twice is told within a checkpoint's time.
        Pause.seconds(5);
    }

    private static void await(String what, Town town, BooleanSupplier so) throws IOException, InterruptedException {
        long until = System.nanoTime() + Math.round(PATIENCE_SECONDS * 1e9);
        while (!so.getAsBoolean()) {
            Exception trouble = town.trouble();
            if (System.nanoTime() > until || trouble != null) {
                throw new IOException("not within " + PATIENCE_SECONDS + " s: " + what, trouble);
            }
            Pause.seconds(POLL_SECONDS);
        }
    }

    private KillsFigures figures(Books books, double minutes) {
        return new KillsFigures(
                each(List::size),
                plan.seed(),
                Math.round(minutes * 10) / 10.0,
                plan.alertsPerSecond(),
                each(seconds -> share(seconds, 0.5)),
                each(seconds -> share(seconds, 1)),
                books.in(),
                books.out(),
                books.incidents(),
                books.lost().size(),
                books.doubled(),
                books.takenBack(),
                books.strange());
    }

    private <T> Map<String, T> each(Function<List<Double>, T> figure) {
        Map<String, T> all = new TreeMap<>();
        recovered.forEach((target, seconds) -> all.put(target.name(), figure.apply(seconds)));
        return all;
    }

    private static double share(List<Double> seconds, double part) {
        double[] sorted = Stream.ofNullable(seconds)
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return Math.round(sorted[(int) Math.ceil(part * sorted.length) - 1] * 10) / 10.0;
    }
}

package io.kakou.benchmarks.workers;

import io.kakou.app.workers.Partitions;
import io.kakou.benchmarks.workers.Spells.Spell;
import io.kakou.events.LearnedMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One street and several workers: how they share it; then a worker is killed and started again, and one is stopped until the
 * others have its cameras, and goes on.
 *
 * @param folder of the broker, the store and the workers; empty
 * @param cameras how many
 */
public record Workers(Path folder, int cameras) {
    private static final int REFERENCE_STREET = 1562;
    private static final double PATIENCE_SECONDS = 240;
    /** A stopped worker that wakes has this long to say what it should not. */
    private static final double LISTEN_SECONDS = 15;

    /**
     * How it went.
     *
     * @param partitions of each worker, of 64
     * @param share cameras of each worker, of those that run
     * @param shareOfStreet likewise, of 1,562 ids as they would lie
     * @param spread most less least, over the mean, of those that run
     * @param spreadOfStreet likewise
     * @param kills how often a worker was killed
     * @param killed cameras of killed workers
     * @param elsewhereSecondsP50 from the kill until the next worker's first look is told
     * @param elsewhereSecondsMost likewise
     * @param stops how often a worker was stopped (SIGSTOP)
     * @param stopped cameras of stopped workers
     * @param stoppedElsewhereSecondsMost from the stop, as above
     * @param saidAfterWaking cameras of which the woken worker said anything in its old generation
     * @param watchedTwice cameras that at any time two workers said they watched, or looked at
     * @param withMemory cameras whose last worker had what the first had learned
     * @param load programs running in the minute before
     */
    public record Figures(
            int workers,
            int cameras,
            Map<String, Long> partitions,
            Map<String, Long> share,
            Map<String, Long> shareOfStreet,
            double spread,
            double spreadOfStreet,
            int kills,
            int killed,
            double elsewhereSecondsP50,
            double elsewhereSecondsMost,
            int stops,
            int stopped,
            double stoppedElsewhereSecondsMost,
            long saidAfterWaking,
            int watchedTwice,
            long withMemory,
            double load) {}

    /** What became of shares that were taken from a worker. */
    private static final class Moves {
        private final List<Double> seconds = new ArrayList<>();
        private int times;
        private long said;

        double share(double part) {
            List<Double> sorted = seconds.stream().sorted().toList();
            return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
        }
    }

    /**
     * Measures.
     *
     * @param times so many kills and so many stops
     * @throws IOException where cameras stay unwatched for minutes
     */
    public Figures measure(int workers, int times) throws IOException, InterruptedException {
        try (Site site = new Site(folder, cameras)) {
            Log log = site.start();
            List<String> names = IntStream.rangeClosed(1, workers)
                    .mapToObj(i -> "analysis-" + i)
                    .toList();
            for (String name : names) {
                site.startWorker(name);
            }
            awaitShared(log, names);
            Map<Integer, String> claims = log.claims();
            Map<String, Long> share = share(log);
            Moves kills = new Moves();
            Moves stops = new Moves();
            for (int i = 0; i < times; i++) {
                kill(site, log, names.get(i % workers), kills);
                awaitShared(log, names);
                stop(site, log, names.get((i + 1) % workers), stops);
                awaitShared(log, names);
            }
            Map<String, Spell> last = log.spells().now();
            if (!site.endWorkers()) {
                throw new IOException("a worker does not end when it is told to");
            }
            awaitWritten(log);
            return figures(claims, share, kills, stops, log, last);
        }
    }

    private Figures figures(
            Map<Integer, String> claims,
            Map<String, Long> share,
            Moves kills,
            Moves stops,
            Log log,
            Map<String, Spell> last) {
        Map<String, Long> street = IntStream.rangeClosed(1, REFERENCE_STREET)
                .mapToObj(i -> String.valueOf(claims.get(Partitions.of(Site.id(i)))))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        return new Figures(
                share.size(),
                cameras,
                claims.values().stream()
                        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting())),
                share,
                street,
                spread(share.values()),
                spread(street.values()),
                kills.times,
                kills.seconds.size(),
                rounded(kills.share(0.5)),
                rounded(kills.share(1)),
                stops.times,
                stops.seconds.size(),
                rounded(stops.share(1)),
                stops.said,
                log.spells().overlaps().size(),
                withMemory(log, last),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void kill(Site site, Log log, String name, Moves moves) throws IOException, InterruptedException {
        Map<String, Spell> held = of(log, name);
        Instant at = Instant.now();
        site.kill(name);
        awaitElsewhere(log, held, at, moves);
        site.startWorker(name);
    }

    private static void stop(Site site, Log log, String name, Moves moves) throws IOException, InterruptedException {
        Map<String, Spell> held = of(log, name);
        Instant at = Instant.now();
        site.signal(name, "STOP");
        try {
            awaitElsewhere(log, held, at, moves);
        } finally {
            site.signal(name, "CONT");
        }
        Instant woken = Instant.now();
        Instant until = woken.plusMillis(Math.round(LISTEN_SECONDS * 1000));
        while (Instant.now().isBefore(until)) {
            log.spells().await();
        }
        moves.said += log.spells().saidAfter(woken, held);
    }

    private static Map<String, Spell> of(Log log, String worker) {
        return log.spells().now().entrySet().stream()
                .filter(each -> each.getValue().worker.equals(worker))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void awaitElsewhere(Log log, Map<String, Spell> held, Instant at, Moves moves)
            throws IOException, InterruptedException {
        moves.times++;
        List<String> missing = new ArrayList<>(held.keySet());
        await(log, "cameras of a worker that is gone are watched elsewhere", () -> {
            Map<String, Spell> now = log.spells().now();
            missing.removeIf(id -> {
                Spell spell = now.get(id);
                Spell old = held.get(id);
                boolean there = spell != null && old != null && spell.generation > old.generation && spell.looking;
                if (there) {
                    moves.seconds.add(Duration.between(at, Instant.now()).toMillis() / 1000.0);
                }
                return there;
            });
            return missing.isEmpty();
        });
    }

    /** Every camera looked at, and partitions shared as evenly as can be. */
    private void awaitShared(Log log, List<String> names) throws IOException, InterruptedException {
        await(log, "every camera is watched, by all workers", () -> {
            Map<String, Long> partitions =
                    log.claims().values().stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
            Map<String, Spell> now = log.spells().now();
            boolean even = partitions.size() == names.size()
                    && partitions.values().stream().allMatch(n -> Math.abs(n - 64 / names.size()) <= 1);
            return even
                    && now.size() == cameras
                    && now.entrySet().stream()
                            .allMatch(each -> each.getValue().looking
                                    && each.getValue()
                                            .worker
                                            .equals(log.claims().get(Partitions.of(each.getKey()))));
        });
    }

    private static void awaitWritten(Log log) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            log.spells().await();
        }
    }

    private static void await(Log log, String what, BooleanSupplier so) throws IOException, InterruptedException {
        Instant until = Instant.now().plusMillis(Math.round(PATIENCE_SECONDS * 1000));
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                throw new IOException("not within " + PATIENCE_SECONDS + " s: " + what + "; so far " + share(log));
            }
            log.spells().await();
        }
    }

    private static Map<String, Long> share(Log log) {
        return log.spells().now().values().stream()
                .filter(spell -> spell.looking)
                .collect(Collectors.groupingBy(spell -> spell.worker, TreeMap::new, Collectors.counting()));
    }

    /** What was on the log before the first worker is on it again in the name of the last, or of whom that gave it to. */
    private static long withMemory(Log log, Map<String, Spell> last) {
        Map<String, LearnedMemory> memories = log.memories();
        return last.entrySet().stream()
                .filter(each -> {
                    LearnedMemory memory = memories.get(LearnedMemory.key(each.getKey(), Site.RULE));
                    return memory != null
                            && memory.generation() >= each.getValue().generation
                            && memory.payload().contains("\"adults\":{");
                })
                .count();
    }

    private static double spread(Collection<Long> share) {
        double mean = share.stream().mapToLong(Long::longValue).average().orElse(Double.NaN);
        long most = share.stream().mapToLong(Long::longValue).max().orElse(0);
        long least = share.stream().mapToLong(Long::longValue).min().orElse(0);
        return Math.round((most - least) / mean * 1000) / 1000.0;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }
}

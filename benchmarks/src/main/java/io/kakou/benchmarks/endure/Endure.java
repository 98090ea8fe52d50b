package io.kakou.benchmarks.endure;

import io.kakou.analysis.store.HashLog;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.app.embedded.S3Door;
import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.Pause;
import io.kakou.benchmarks.process.Running;
import io.kakou.benchmarks.process.Scratch;
import io.kakou.benchmarks.record.StoreProcess;
import io.kakou.events.CameraKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Watches and records a street with faults by {@code kakou run}, with the object store in a process of its own.
 *
 * @param data the folder of real footage; need not be there
 * @param kept takes the films for the next time; null: they go with the run
 * @param settings more lines of the settings of what is measured
 */
public record Endure(Plan plan, Path data, @Nullable Path kept, List<String> settings, Consumer<String> said) {
    private static final int SIMULATOR_HEAP_MIB = 512;
    private static final double START_SECONDS = 60;
    private static final double OPEN_SECONDS = 300;
    /** A camera with torn parameter sets may never be looked at. */
    private static final double OPENED_SHARE = 0.9;
    /** From the last camera's first look until it is measured: first minutes are stored then. */
    private static final double SETTLE_SECONDS = 75;
    /** A minute ends at the first keyframe behind it. */
    private static final double LAST_MINUTE_SECONDS = 70;
    /** Of roads, one in so many cameras; the others hang in streets. */
    private static final int ROADS = 5;

    /** What runs. */
    private record Parts(
            Child simulator, StoreProcess store, S3Door door, Running kakou, Path folder, List<String> films) {}

    /**
     * Measures.
     *
     * @throws IOException in one line, where something does not come up
     */
    public EndureFigures measure() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kakou-endure");
        try {
            Path place = Files.createDirectories(kept == null ? folder : kept);
            return measured(folder, films(new EndureFilms(place, data, plan.kilobits(), said).make()));
        } finally {
            Scratch.delete(folder);
        }
    }

    private List<String> films(EndureFilms.Films films) {
        List<Path> usual = films.usual();
        return IntStream.rangeClosed(1, plan.cameras())
                .mapToObj(number -> Group.of(number) == Group.SIZES
                        ? films.first() + "\t" + films.other()
                        : usual.get(number % usual.size()).toString())
                .toList();
    }

    private EndureFigures measured(Path folder, List<String> films) throws IOException, InterruptedException {
        Path list = Files.write(folder.resolve("films.txt"), films);
        S3Door door = S3Door.generated(0);
        try (Child simulator = Child.java(
                        "simulator", SIMULATOR_HEAP_MIB, EndureStreet.class.getName(), List.of(list.toString()));
                StoreProcess store = StoreProcess.start(folder.resolve("store"), door)) {
            S3Door open = new S3Door(store.port(), door.accessKey(), door.secretKey());
            List<String> cameras = new ArrayList<>();
            for (int number = 1; number <= plan.cameras(); number++) {
                cameras.add(line(number, simulator.line(START_SECONDS)));
            }
            try (Running kakou = Running.start(folder, cameras, lines(open))) {
                kakou.awaitDoor();
                awaitOpened(kakou);
                Pause.seconds(SETTLE_SECONDS);
                return measured(new Parts(simulator, store, open, kakou, folder, films));
            }
        }
    }

    private static String line(int number, String url) {
        CameraKind kind = number % ROADS == 0 ? CameraKind.ROAD : CameraKind.STREET;
        return "- {id: " + Plan.id(number) + ", kind: " + kind + ", subStream: \"" + url + "\", watched: "
                + kind.usualEvents() + ", recording: CONTINUOUS}";
    }

    private List<String> lines(S3Door door) {
        List<String> lines = new ArrayList<>(settings);
        lines.add("store: {endpoint: \"http://127.0.0.1:" + door.port() + "\", accessKey: \"" + door.accessKey()
                + "\", secretKey: \"" + door.secretKey() + "\"}");
        if (settings.stream().noneMatch(line -> line.startsWith("recording:"))) {
            lines.add("recording: {floorDays: 0, ceilingDays: 1, kilobitsACamera: " + plan.kilobits() + "}");
        }
        return lines;
    }

    private void awaitOpened(Running kakou) throws IOException, InterruptedException {
        long until = System.nanoTime() + Math.round(OPEN_SECONDS * 1e9);
        long opened = 0;
        while (opened < OPENED_SHARE * plan.cameras()) {
            if (System.nanoTime() > until) {
                throw new IOException(
                        opened + " of " + plan.cameras() + " cameras were looked at after " + OPEN_SECONDS + " s");
            }
            Pause.seconds(2);
            var cameras = kakou.street().path("cameras");
            opened = IntStream.rangeClosed(1, plan.cameras())
                    .filter(number ->
                            cameras.path(Plan.id(number)).path("staleSeconds").isNumber())
                    .count();
            said.accept(opened + " cameras are looked at");
        }
    }

    private EndureFigures measured(Parts parts) throws IOException, InterruptedException {
        Running kakou = parts.kakou;
        double analysisBefore = kakou.analysis().cpuSeconds();
        double allBefore = kakou.cpuSeconds() + parts.store.cpuSeconds();
        double sourceBefore = parts.simulator.meter().cpuSeconds();
        List<Long> before = counts(parts.simulator);
        Instant from = Instant.now();
        Hour hour = new Hour(kakou, parts.store, plan, said);
        hour.pass();
        List<Long> after = counts(parts.simulator);
        Instant to = Instant.now();
        double took = (to.toEpochMilli() - from.toEpochMilli()) / 1000.0;
        double analysis = (kakou.analysis().cpuSeconds() - analysisBefore) / took;
        double all = (kakou.cpuSeconds() + parts.store.cpuSeconds() - allBefore) / took;
        double source = (parts.simulator.meter().cpuSeconds() - sourceBefore) / took;
        List<Long> done = less(after, before);
        Harvest.Shown shown = new Harvest.Shown(from, to, done.get(0) / 1e9, done.subList(1, done.size()), parts.films);
        Pause.seconds(LAST_MINUTE_SECONDS);
        Course course = hour.course();
        try (HashLog hashes = new HashLog(parts.folder.resolve("hashes"), InstantSource.system());
                ObjectStore objects = new ObjectStore(parts.door.service().settings(), hashes)) {
            Harvest harvest = new Harvest(kakou, objects, shown);
            harvest.await();
            return new EndureFigures(
                    plan.cameras(),
                    rounded(took),
                    plan.awaySeconds(),
                    plan.kilobits(),
                    course.growth(Sample::analysisMiB),
                    course.growth(Sample::nativeMiB),
                    course.growth(Sample::allMiB),
                    course.growth(Sample::threads),
                    course.growth(Sample::descriptors),
                    hour.stuck(),
                    hour.restarts(),
                    (int) course.most(Sample::unseenHealthy),
                    (int) course.most(Sample::unseenFaulty),
                    rounded(hour.mostSpooledMiB()),
                    rounded(hour.drainSeconds()),
                    rounded(analysis),
                    rounded(all),
                    rounded(source),
                    rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                    harvest.groups(),
                    course.samples());
        }
    }

    /** Its clock, then each camera's. */
    private static List<Long> counts(Child simulator) throws IOException, InterruptedException {
        simulator.tell("");
        return Arrays.stream(simulator.line(START_SECONDS).split(" ", -1))
                .map(Long::valueOf)
                .toList();
    }

    private static List<Long> less(List<Long> after, List<Long> before) {
        return IntStream.range(0, after.size())
                .mapToObj(i -> after.get(i) - before.get(i))
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}

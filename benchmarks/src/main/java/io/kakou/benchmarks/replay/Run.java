package io.kakou.benchmarks.replay;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.evidence.UnreadableBundle;
import io.kakou.analysis.store.StoreException;
import io.kakou.events.CameraKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Films to alerts to replays, by some threads, until there are as many alerts as asked for. */
public final class Run {
    /** From look to look: each makes another camera of a film. */
    private static final double[] INTERVALS = {0.42, 0.5, 0.58, 0.67, 0.75};

    private static final List<String> LIFTS = List.of("ebike/lift-frames", "ebike/lift-tiles", "ebike/voc-stills");
    private static final List<String> GATES = List.of("truck/tippers-a", "truck/tippers-b", "truck/site-crops");

    private final Replays replays;
    private final Path folder;
    private final int threads;
    private final AtomicInteger films = new AtomicInteger();

    /**
     * A run.
     *
     * @param folder takes films for as long as each is judged
     */
    public Run(Replays replays, Path folder, int threads) {
        this.replays = replays;
        this.folder = folder;
        this.threads = threads;
    }

    /** One film, if {@code number} is one of its source's. */
    private interface Source {
        boolean show(int number) throws Exception;
    }

    /** Real stills, each as a camera that shows nothing else; what is asked for is a bound. */
    public Found real(Path data, int alerts) throws IOException, InterruptedException {
        List<Path> lifts = pictures(data, LIFTS);
        List<Path> all = new ArrayList<>(lifts);
        all.addAll(pictures(data, GATES));
        Found found = new Found();
        run(found, alerts, number -> {
            if (number >= all.size()) {
                return false;
            }
            Path film = film();
            if (Still.write(all.get(number), film)) {
                CameraKind kind = number < lifts.size() ? CameraKind.LIFT : CameraKind.GATE;
                show(film, new Watched("real-" + number, kind, 0.5), found);
            }
            return true;
        });
        return found;
    }

    /** Variants of the drawn film. */
    public Found staged(Path drawn, int alerts) throws UnreadableVideo, InterruptedException {
        Variants variants = Variants.of(drawn);
        Found found = new Found();
        run(found, alerts, seed -> {
            Path film = film();
            variants.write(seed, film);
            for (double interval : INTERVALS) {
                if (found.alerts() < alerts) {
                    show(
                            film,
                            new Watched("staged-" + seed + '-' + (int) (interval * 100), CameraKind.LIFT, interval),
                            found);
                }
            }
            Files.delete(film);
            // A detector that finds nothing in so many must not keep a machine busy for ever.
            return seed < 10 + 2 * alerts;
        });
        return found;
    }

    /** How many films were shown. */
    public int films() {
        return films.get();
    }

    private void show(Path film, Watched watched, Found found)
            throws UnreadableVideo, UnreadableBundle, StoreException, InterruptedException {
        films.incrementAndGet();
        replays.run(film, watched, found);
    }

    private Path film() throws IOException {
        return Files.createTempFile(folder, "film", ".mp4");
    }

    private void run(Found found, int alerts, Source source) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> ends = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                ends.add(workers.submit(() -> {
                    while (found.alerts() < alerts && source.show(next.getAndIncrement())) {}
                    return true;
                }));
            }
            for (Future<Boolean> end : ends) {
                boolean unused = end.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Path> pictures(Path data, List<String> folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String each : folders) {
            if (Files.isDirectory(data.resolve(each))) {
                try (Stream<Path> files = Files.walk(data.resolve(each))) {
                    files.filter(file ->
                                    file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)"))
                            .sorted()
                            .forEach(all::add);
                }
            }
        }
        return all;
    }
}

package io.kakou.benchmarks.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.app.detector.Detectors;
import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.Pause;
import io.kakou.benchmarks.process.Running;
import io.kakou.benchmarks.process.Scratch;
import io.kakou.benchmarks.watch.Coding.Weather;
import io.kakou.events.CameraKind;
import io.kakou.events.Recording;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches a street by {@code kakou run} and says what was seen, how soon, and what it cost.
 *
 * @param data the folder of real footage; need not be there
 * @param kept takes the films for the next time; null: they go with the run
 * @param settleSeconds between the last camera's first look and the measuring
 * @param recorded kinds of cameras that are recorded all the time; the others with their alerts
 * @param settings more lines of the settings of what is measured
 */
public record Watch(
        Path data,
        @Nullable Path kept,
        Weather weather,
        double seconds,
        double settleSeconds,
        Set<CameraKind> recorded,
        List<String> settings,
        Consumer<String> said) {
    private static final int SIMULATOR_HEAP_MIB = 1024;
    private static final double OPENED_SHARE = 0.99;
    private static final double OPEN_SECONDS = 240;
    /** From so long on there is water on roads. */
    private static final double WATER_SECONDS = 900;

    /** Over cameras and seconds. */
    private static final class Staleness {
        final List<Double> all = new ArrayList<>();
        final List<Double> lifts = new ArrayList<>();
        final Attended attended = new Attended();
        int unseen;
    }

    /**
     * Measures.
     *
     * @throws IOException in one line, where something does not come up
     */
    public WatchFigures of(int cameras) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kakou-watch");
        try {
            Path place = Files.createDirectories(kept == null ? folder : kept);
            List<StagedFilm> films;
            Map<String, List<Planted>> findable;
            try (Detectors detectors = Detectors.open(said)) {
                films = films(place, detectors);
                findable = new Findable(detectors).in(films, said);
            }
            return measured(folder, Mix.of(cameras, films).cameras(), findable);
        } catch (WeightsUnavailable | UnusableModel | UnreadableVideo e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            Scratch.delete(folder);
        }
    }

    /**
     * Measures what looking costs as it is planned, beside looking all the time.
     *
     * @param picturesASecond that the other way detects on
     * @throws IOException in one line, where a film or a model cannot be had
     */
    public UniformFigures beside(double picturesASecond) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kakou-watch");
        try (Detectors detectors = Detectors.open(said)) {
            List<StagedFilm> films = films(Files.createDirectories(kept == null ? folder : kept), detectors);
            Map<String, List<Planted>> findable = new Findable(detectors).in(films, said);
            return new Uniform(detectors, picturesASecond, seconds, said).of(films, findable);
        } catch (WeightsUnavailable | UnusableModel | UnreadableVideo e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            Scratch.delete(folder);
        }
    }

    private List<StagedFilm> films(Path place, Detectors detectors)
            throws IOException, InterruptedException, WeightsUnavailable, UnreadableVideo {
        List<StagedFilm> films = new ArrayList<>(new Films(place, data, weather, new Films.Tools(detectors, said))
                .make(Detectors.cache(), NpmCommand.ofPath()));
        WaterFilms water = new WaterFilms(place, data, weather, said);
        if (seconds >= WATER_SECONDS && water.areThere()) {
            films.addAll(water.make());
        }
        return films;
    }

    private WatchFigures measured(Path folder, List<StagedFilm> films, Map<String, List<Planted>> findable)
            throws IOException, InterruptedException {
        Path list = folder.resolve("films.txt");
        Files.write(list, films.stream().map(film -> film.file().toString()).toList());
        try (Child simulator =
                Child.java("simulator", SIMULATOR_HEAP_MIB, WatchStreet.class.getName(), List.of(list.toString()))) {
            List<Placed> street = new ArrayList<>();
            for (StagedFilm film : films) {
                street.add(Placed.of(simulator.line(OPEN_SECONDS), film));
            }
            try (Running kakou = Running.start(folder, lines(street), lines())) {
                kakou.awaitDoor();
                awaitOpened(kakou, street.size());
                Pause.seconds(settleSeconds);
                return measured(kakou, simulator, street, findable);
            }
        }
    }

    private List<String> lines(List<Placed> street) {
        return street.stream()
                .map(placed -> Cameras.line(Cameras.of(placed.id(), placed.url(), placed.film(), recording(placed))))
                .toList();
    }

    private Recording recording(Placed placed) {
        return recorded.contains(placed.film().kind()) ? Recording.CONTINUOUS : Recording.ALERTS;
    }

    /** The machine keeps a run's minutes, and need not have room for a day's: it is told of less than comes. */
    private List<String> lines() {
        boolean said = recorded.isEmpty() || settings.stream().anyMatch(line -> line.startsWith("recording:"));
        List<String> all = new ArrayList<>(settings);
        if (!said) {
            all.add("recording: {floorDays: 0, ceilingDays: 1, kilobitsACamera: 16}");
        }
        return all;
    }

    private void awaitOpened(Running kakou, int cameras) throws IOException, InterruptedException {
        long until = System.nanoTime() + Math.round(OPEN_SECONDS * 1e9);
        int opened = 0;
        while (opened < OPENED_SHARE * cameras) {
            if (System.nanoTime() > until) {
                throw new IOException(
                        opened + " of " + cameras + " cameras were looked at after " + OPEN_SECONDS + " s");
            }
            Pause.seconds(1);
            opened = 0;
            for (JsonNode camera : kakou.street().path("cameras")) {
                opened += camera.path("staleSeconds").isNumber() ? 1 : 0;
            }
            said.accept(opened + " cameras are looked at");
        }
    }

    private WatchFigures measured(
            Running kakou, Child simulator, List<Placed> street, Map<String, List<Planted>> findable)
            throws IOException, InterruptedException {
        try (Alerts alerts = new Alerts(kakou.deployment().logClients())) {
            JsonNode before = kakou.street();
            double from = System.currentTimeMillis() / 1000.0;
            double analysisBefore = kakou.analysis().cpuSeconds();
            double allBefore = kakou.cpuSeconds();
            double sourceBefore = simulator.meter().cpuSeconds();
            Staleness staleness = watched(kakou, street);
            double to = System.currentTimeMillis() / 1000.0;
            double took = to - from;
            double analysis = (kakou.analysis().cpuSeconds() - analysisBefore) / took;
            double all = (kakou.cpuSeconds() - allBefore) / took;
            double source = (simulator.meter().cpuSeconds() - sourceBefore) / took;
            double rss = kakou.rssMiB();
            double analysisRss = kakou.analysis().rssMiB();
            JsonNode after = kakou.street();
            Rates rates = new Rates(before.path("done"), after.path("done"), took);
            Scores scores = new Scores(findable, new Scores.Run(alerts.soFar(), from, to, staleness.attended));
            List<String> kept = street.stream()
                    .filter(placed -> recording(placed) == Recording.CONTINUOUS)
                    .map(Placed::id)
                    .toList();
            Recorded footage = Recorded.of(kakou, kept, instant(from), instant(to));
            street.forEach(scores::add);
            int unexplained = scores.unexplained().size();
            scores.unexplained().stream().limit(20).forEach(alert -> said.accept(unexplained(alert, street)));
            return new WatchFigures(
                    street.size(),
                    rounded(took),
                    weather.name(),
                    Files.isDirectory(data) ? "real" : "drawn",
                    rounded(staleness.all.stream().mapToDouble(s -> s).max().orElse(0)),
                    quantile(staleness.all),
                    quantile(staleness.lifts),
                    staleness.unseen,
                    rates.of("hints"),
                    rates.of("glances"),
                    rates.of("detections"),
                    rates.share("unknown", "looks"),
                    rates.of("dropped"),
                    rounded(analysis),
                    rounded(all),
                    rounded(source),
                    rounded(rss),
                    rounded(analysisRss),
                    rounded(after.path("sharing").path("glanceStretch").asDouble()),
                    kept.size(),
                    rounded(footage.mebibytes() / took),
                    rounded(footage.lostSeconds()),
                    scores.events(),
                    rounded(unexplained / (street.size() * took / 3600)),
                    unexplained,
                    notWatched(after, street),
                    rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
                    settings);
        }
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1e3));
    }

    private static String unexplained(Alerts.Arrived alert, List<Placed> street) {
        String camera = alert.alert().camera();
        Placed placed = street.stream()
                .filter(each -> each.id().equals(camera))
                .findFirst()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "no planted event explains %s at %s, onset at %.2f s of %s",
                alert.alert().kind(),
                camera,
                placed.filmSecondsAt(alert.onsetSeconds()),
                placed.film());
    }

    /** Asks every two seconds how long ago each camera was looked at: the answer itself takes time of the cores. */
    private Staleness watched(Running kakou, List<Placed> street) throws IOException, InterruptedException {
        Staleness staleness = new Staleness();
        long until = System.nanoTime() + Math.round(seconds * 1e9);
        while (System.nanoTime() < until) {
            Pause.seconds(2);
            JsonNode cameras = kakou.street().path("cameras");
            staleness.unseen = 0;
            for (Placed placed : street) {
                JsonNode camera = cameras.path(placed.id());
                if (!camera.path("plan").path("whole").asBoolean()) {
                    staleness.attended.hasLess(placed.id(), System.currentTimeMillis() / 1000.0);
                }
                JsonNode stale = camera.path("staleSeconds");
                if (!stale.isNumber()) {
                    staleness.unseen++;
                    continue;
                }
                staleness.all.add(stale.asDouble());
                if (placed.film().kind() == CameraKind.LIFT) {
                    staleness.lifts.add(stale.asDouble());
                }
            }
        }
        return staleness;
    }

    private static Map<String, Integer> notWatched(JsonNode after, List<Placed> street) {
        Map<String, Integer> less = new TreeMap<>();
        for (Placed placed : street) {
            boolean whole = after.path("cameras")
                    .path(placed.id())
                    .path("plan")
                    .path("whole")
                    .asBoolean();
            less.merge(placed.film().kind().name(), whole ? 0 : 1, Integer::sum);
        }
        return less;
    }

    /** What was done a second. */
    private record Rates(JsonNode before, JsonNode after, double seconds) {
        double of(String what) {
            return rounded((after.path(what).asDouble() - before.path(what).asDouble()) / seconds);
        }

        double share(String part, String of) {
            double all = after.path(of).asDouble() - before.path(of).asDouble();
            return all == 0 ? 0 : Math.round(1e4 * of(part) * seconds / all) / 1e4;
        }
    }

    private static double quantile(List<Double> values) {
        Double value = Scores.quantile(values, 0.95);
        return value == null ? 0 : value;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}

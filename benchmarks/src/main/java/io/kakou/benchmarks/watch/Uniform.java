package io.kakou.benchmarks.watch;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.look.StreetSettings;
import io.kakou.analysis.look.Wish;
import io.kakou.analysis.street.Street;
import io.kakou.analysis.street.StreetCamera;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Judged;
import io.kakou.app.detector.Detectors;
import io.kakou.benchmarks.process.Pause;
import io.kakou.benchmarks.process.ProcessMeter;
import io.kakou.benchmarks.watch.Alerts.Arrived;
import io.kakou.benchmarks.watch.UniformFigures.Kind;
import io.kakou.benchmarks.watch.UniformFigures.Way;
import io.kakou.benchmarks.watch.WatchFigures.Events;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Recording;
import io.kakou.models.Detector;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * What looking costs as it is planned, beside decoding everything and a detection so many times a second: the same films, the
 * same rules, the same process, its CPU alone; nothing is received or recorded. The one goes through each film once, as fast
 * as it can; the other shows them to a street of cameras at their own pace, with cores enough for all of them.
 *
 * @param seconds that a kind's street is measured, behind as many as it takes to settle
 */
record Uniform(Detectors detectors, double picturesASecond, double seconds, Consumer<String> said) {
    private static final double SETTLE_SECONDS = 20;
    /** Once through a film: a street's camera learns first how tall people are where they stand. */
    private static final double LEARN_SECONDS = 80;
    /** How many of each the street shows, so that a core or two are enough; and how many the reference mix has. */
    private static final Map<CameraKind, Integer> SHOWN =
            Map.of(CameraKind.LIFT, 24, CameraKind.GATE, 8, CameraKind.STREET, 6);

    private static final Map<CameraKind, Integer> OF_MIX = Map.of(CameraKind.LIFT, 100, CameraKind.GATE, 60);
    private static final double TICK_SECONDS = 0.02;

    /** Kinds whose films show an event, one after the other. */
    UniformFigures of(List<StagedFilm> films, Map<String, List<Planted>> findable)
            throws IOException, UnreadableVideo, InterruptedException {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        double uniform = 0;
        double planned = 0;
        for (CameraKind kind : List.of(CameraKind.LIFT, CameraKind.GATE, CameraKind.STREET)) {
            List<StagedFilm> some = films.stream()
                    .filter(film -> film.kind() == kind && !film.planted().isEmpty())
                    .toList();
            if (!some.isEmpty()) {
                said.accept("looking " + picturesASecond + " times a second at " + some.size() + " films of " + kind);
                Way always = uniformly(some, findable);
                said.accept("as planned, for " + (settleSeconds(kind) + seconds) + " s");
                Kind both = Kind.of(always, planned(some, findable, SHOWN.getOrDefault(kind, some.size())));
                kinds.put(kind.name(), both);
                int of = OF_MIX.getOrDefault(kind, 0);
                uniform += of * both.uniform().coresACamera();
                planned += of * both.planned().coresACamera();
            }
        }
        return new UniformFigures(picturesASecond, seconds, kinds, UniformFigures.ratio(uniform, planned));
    }

    private Way uniformly(List<StagedFilm> films, Map<String, List<Planted>> findable)
            throws IOException, UnreadableVideo {
        PlannerSettings pace = new PlannerSettings(1 / picturesASecond, 0, 1 / picturesASecond);
        Findable judge = new Findable(detectors);
        List<Findable.Sight> unused = judge.told(films.get(0), pace); // while the compiler warms up
        double shown = 0;
        int all = 0;
        int found = 0;
        int wrong = 0;
        double before = cpuSeconds();
        for (StagedFilm film : films) {
            List<Findable.Sight> told = judge.told(film, pace);
            List<Planted> known = findable.getOrDefault(film.name(), List.of());
            shown += film.seconds();
            all += known.size();
            found += (int) known.stream()
                    .filter(event -> told.stream().anyMatch(sight -> sight.explains(event)))
                    .count();
            wrong += (int) told.stream()
                    .filter(sight -> film.planted().stream().noneMatch(sight::explains))
                    .count();
        }
        double cores = (cpuSeconds() - before) / shown;
        return new Way(films.size(), UniformFigures.rounded(cores), all, found, wrong, 0);
    }

    private Way planned(List<StagedFilm> films, Map<String, List<Planted>> findable, int cameras)
            throws IOException, UnreadableVideo, InterruptedException {
        Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();
        StreetSettings settings = StreetSettings.of(Runtime.getRuntime().availableProcessors());
        try (Street street = new Street(settings)) {
            street.start();
            List<Showing> showings = new ArrayList<>();
            List<Placed> placed = new ArrayList<>();
            for (int i = 0; i < cameras; i++) {
                StagedFilm film = films.get(i % films.size());
                Placed at = placed(i, film);
                Showing showing = new Showing(
                        camera(street, at, arrived),
                        Showing.Reel.of(film.file(), film.seconds()),
                        at.filmSeconds(),
                        Instant.now());
                showings.add(showing);
                placed.add(new Placed(at.url(), film, 0, showing.origin().toEpochMilli()));
            }
            show(showings, settleSeconds(films.get(0).kind()));
            double from = now();
            double before = cpuSeconds();
            show(showings, seconds);
            double to = now();
            double cores = (cpuSeconds() - before) / (to - from) / cameras;
            int less = street.sharing().withLess();
            // What began in time is seen to its end.
            show(showings, SETTLE_SECONDS);
            Scores scores = new Scores(
                    findable, new Scores.Run(List.copyOf(arrived), from, to + SETTLE_SECONDS, new Attended()));
            placed.forEach(scores::add);
            Events events = scores.events().getOrDefault(kind(films).name(), new Events(0, 0, 0, 0, 0, null, null));
            return new Way(
                    cameras,
                    UniformFigures.rounded(cores),
                    events.eventsFindable(),
                    events.eventsFound(),
                    scores.unexplained().size(),
                    less);
        }
    }

    private static double settleSeconds(CameraKind kind) {
        return switch (kind) {
            case STREET -> LEARN_SECONDS;
            case LIFT, GATE, ROAD, UNKNOWN -> SETTLE_SECONDS;
        };
    }

    private static EventKind kind(List<StagedFilm> films) {
        return films.get(0).planted().get(0).kind();
    }

    /** Films begin at places that are spread over them. */
    private static Placed placed(int number, StagedFilm film) {
        double share = (number * 0.618) % 1;
        return new Placed("rtsp://films/" + number, film, share * film.seconds(), 0);
    }

    private StreetCamera camera(Street street, Placed placed, Queue<Arrived> arrived) {
        Camera camera = Cameras.of(placed.id(), placed.url(), placed.film(), Recording.OFF);
        Wish wish = Wish.of(camera);
        Detector detector = detectors.of(camera.kind());
        CameraJudge judge = new CameraJudge(camera, detector, detectors.readers(camera), JudgeSettings.DEFAULT);
        CameraWatch watch = new CameraWatch(judge, wish.pace());
        return street.add(camera.id(), wish, watch, judged -> keep(judged, arrived));
    }

    private static void keep(Judged judged, Queue<Arrived> arrived) {
        for (Alert alert : judged.judgement().alerts()) {
            if (alert.phase() == AlertPhase.RAISED) {
                arrived.add(new Arrived(alert, now()));
            }
        }
    }

    private static void show(List<Showing> showings, double seconds) throws InterruptedException {
        double until = now() + seconds;
        while (now() < until) {
            Instant now = Instant.now();
            showings.forEach(showing -> showing.showUntil(now));
            Pause.seconds(TICK_SECONDS);
        }
    }

    private static double now() {
        return System.currentTimeMillis() / 1000.0;
    }

    private static double cpuSeconds() throws IOException {
        return new ProcessMeter(ProcessHandle.current().pid()).cpuSeconds();
    }
}

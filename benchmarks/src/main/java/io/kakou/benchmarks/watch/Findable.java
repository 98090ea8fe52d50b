package io.kakou.benchmarks.watch;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.FileWatch;
import io.kakou.app.detector.Detectors;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.Recording;
import io.kakou.models.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which of a film's events the models find where every picture of it is judged; that takes a minute or two a film. In
 * streets two a second are besides. On roads a picture every ten seconds is: each takes 130 ms of a core, a film lasts 22 minutes, and the rule passes over what comes sooner.
 */
final class Findable {
    /** A picture at a time, and a detection on each. */
    private static final PlannerSettings EVERY_PICTURE = new PlannerSettings(0, 0, 0);

    private static final PlannerSettings EVERY_TEN_SECONDS = new PlannerSettings(10, 0, 10);
    /** As a street is looked at while somebody may be a child: so the rule finds some that it does not at every picture. */
    private static final PlannerSettings EVERY_HALF_SECOND = new PlannerSettings(0.5, 0, 0.5);

    private final Detectors detectors;

    Findable(Detectors detectors) {
        this.detectors = detectors;
    }

    /**
     * The events by the films' names.
     *
     * @param said takes a line a kind and length
     */
    Map<String, List<Planted>> in(List<StagedFilm> films, Consumer<String> said) throws UnreadableVideo, IOException {
        Map<String, List<Planted>> findable = new HashMap<>();
        Map<String, int[]> counts = new TreeMap<>();
        for (StagedFilm film : films) {
            List<Planted> found = known(film);
            findable.put(film.name(), found);
            for (Planted event : film.planted()) {
                int[] count = counts.computeIfAbsent(word(event), none -> new int[2]);
                count[0] += found.contains(event) ? 1 : 0;
                count[1]++;
            }
        }
        counts.forEach((what, count) ->
                said.accept(count[0] + " of " + count[1] + " " + what + " are found where every picture is judged"));
        return findable;
    }

    private static String word(Planted event) {
        return String.format(Locale.ROOT, "%s of %.1f s", event.kind(), event.to() - event.from());
    }

    /** Kept beside the film: the events' numbers. */
    private List<Planted> known(StagedFilm film) throws UnreadableVideo, IOException {
        Path file = film.file().resolveSibling(film.file().getFileName() + ".found");
        if (!Files.exists(file)) {
            List<String> found = judged(film).stream()
                    .map(event -> Integer.toString(film.planted().indexOf(event)))
                    .toList();
            Files.write(file, found);
        }
        return Files.readAllLines(file).stream()
                .map(number -> film.planted().get(Integer.parseInt(number)))
                .toList();
    }

    private List<Planted> judged(StagedFilm film) throws UnreadableVideo {
        if (film.planted().isEmpty()) {
            return List.of();
        }
        List<Sight> told = new ArrayList<>();
        for (PlannerSettings pace : paces(film.kind())) {
            told.addAll(told(film, pace));
        }
        return film.planted().stream()
                .filter(event -> told.stream().anyMatch(sight -> sight.explains(event)))
                .toList();
    }

    private static List<PlannerSettings> paces(CameraKind kind) {
        return switch (kind) {
            case LIFT, GATE, UNKNOWN -> List.of(EVERY_PICTURE);
            case ROAD -> List.of(EVERY_TEN_SECONDS);
            case STREET -> List.of(EVERY_PICTURE, EVERY_HALF_SECOND);
        };
    }

    /**
     * An alert on a film.
     *
     * @param onset in seconds of the film
     */
    record Sight(EventKind kind, double onset) {
        boolean explains(Planted event) {
            return kind == event.kind() && event.holds(onset);
        }
    }

    /** What is raised where a film is looked at so. */
    List<Sight> told(StagedFilm film, PlannerSettings pace) throws UnreadableVideo {
        Camera camera = Cameras.of("film", "rtsp://films/film", film, Recording.OFF);
        Detector detector = detectors.of(film.kind());
        CameraJudge judge = new CameraJudge(camera, detector, detectors.readers(camera), JudgeSettings.DEFAULT);
        List<Sight> told = new ArrayList<>();
        try (FileWatch watch = new FileWatch(film.file(), new CameraWatch(judge, pace))) {
            for (FileWatch.Seen seen = watch.next(); seen != null; seen = watch.next()) {
                for (Alert alert : seen.judged().judgement().alerts()) {
                    if (alert.phase() == AlertPhase.RAISED) {
                        told.add(new Sight(alert.kind(), alert.onset().toEpochMilli() / 1000.0));
                    }
                }
            }
        }
        return told;
    }
}

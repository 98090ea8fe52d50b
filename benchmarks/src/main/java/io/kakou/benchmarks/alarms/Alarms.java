package io.kakou.benchmarks.alarms;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.FileWatch;
import io.kakou.app.detector.Detectors;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.models.evaluation.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Watches films in which nothing happens and counts what is raised all the same, after all rules over time. */
public final class Alarms {
    private static final List<String> FILMS = List.of(".mp4", ".avi", ".mkv", ".mov", ".ts");
    private static final double SECONDS_AN_HOUR = 3600;

    private final Detectors detectors;
    private final Consumer<String> people;

    /**
     * A count.
     *
     * @param people is told of each alarm with its film and place, so that somebody can look at it
     */
    public Alarms(Detectors detectors, Consumer<String> people) {
        this.detectors = detectors;
        this.people = people;
    }

    /** The films in a folder and below, in order of their names. */
    public static List<Path> films(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> FILMS.stream()
                            .anyMatch(end ->
                                    file.toString().toLowerCase(Locale.ROOT).endsWith(end)))
                    .sorted()
                    .toList();
        }
    }

    /**
     * What the films of one folder came to under one judgement. A folder is a condition (rain, night, a crowd) or a source.
     *
     * @param condition the folder's name
     * @param films watched
     * @param seconds watched
     * @param alarms raised
     */
    public record Row(Judgement judgement, String condition, int films, double seconds, int alarms) {
        Row and(double more, int raised) {
            return new Row(judgement, condition, films + 1, seconds + more, alarms + raised);
        }

        /** An hour of one camera. */
        public Rate rate() {
            return Rate.of(alarms, seconds / SECONDS_AN_HOUR);
        }
    }

    /** All rows of a judgement: one a folder, in order of their names. A film that cannot be read is told and left out. */
    public List<Row> watch(Judgement judgement, List<Path> films) {
        TreeMap<String, Row> rows = new TreeMap<>();
        for (Path film : films) {
            Path folder = film.toAbsolutePath().getParent();
            String condition = folder == null ? "" : String.valueOf(folder.getFileName());
            try {
                Row before = rows.getOrDefault(condition, new Row(judgement, condition, 0, 0, 0));
                rows.put(condition, watch(before, film));
            } catch (UnreadableVideo e) {
                people.accept(String.valueOf(e.getMessage()));
            }
        }
        return List.copyOf(rows.values());
    }

    /** A film a camera: it learns what it can within it. */
    private Row watch(Row before, Path film) throws UnreadableVideo {
        Judgement judgement = before.judgement();
        CameraWatch watch = new CameraWatch(judgement.judge(detectors), PlannerSettings.of(judgement.kind()));
        List<Alert> raised = new ArrayList<>();
        try (FileWatch footage = new FileWatch(film, watch)) {
            for (FileWatch.Seen seen = footage.next(); seen != null; seen = footage.next()) {
                seen.judged().judgement().alerts().stream()
                        .filter(alert -> alert.phase() == AlertPhase.RAISED)
                        .forEach(raised::add);
            }
            raised.forEach(alert -> people.accept(told(alert, film)));
            return before.and(footage.seconds(), raised.size());
        }
    }

    private static String told(Alert alert, Path film) {
        double seconds = alert.at().toEpochMilli() / 1000.0;
        return String.format(Locale.ROOT, "%s (%s) at %.1f s of %s", alert.kind(), alert.subject(), seconds, film);
    }
}

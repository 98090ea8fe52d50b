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
import io.kakou.models.Detector;
import java.util.ArrayList;
import java.util.List;

/** Which of a film's events the models find where every picture of it is judged; a lift's and a gate's alone cost minutes. */
final class Findable {
    /** A picture at a time, and a detection on each. */
    private static final PlannerSettings EVERY_PICTURE = new PlannerSettings(0, 0, 0);

    private final Detectors detectors;

    Findable(Detectors detectors) {
        this.detectors = detectors;
    }

    List<Planted> in(StagedFilm film) throws UnreadableVideo {
        if (film.planted().isEmpty()) {
            return List.of();
        }
        Camera camera = Cameras.of("film", "rtsp://films/film", film.kind());
        Detector detector = detectors.of(film.kind());
        CameraJudge judge = new CameraJudge(camera, detector, detectors.readers(camera), JudgeSettings.DEFAULT);
        List<Double> onsets = new ArrayList<>();
        try (FileWatch watch =
                new FileWatch(film.file(), new CameraWatch(judge, EVERY_PICTURE, detector.inputSize()))) {
            for (FileWatch.Seen seen = watch.next(); seen != null; seen = watch.next()) {
                for (Alert alert : seen.judged().judgement().alerts()) {
                    if (alert.phase() == AlertPhase.RAISED) {
                        onsets.add(alert.onset().toEpochMilli() / 1000.0);
                    }
                }
            }
        }
        return film.planted().stream()
                .filter(event -> onsets.stream().anyMatch(event::holds))
                .toList();
    }
}

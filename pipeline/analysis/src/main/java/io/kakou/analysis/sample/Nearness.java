package io.kakou.analysis.sample;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.look.Planner.Need;
import io.kakou.events.Camera;
import io.kakou.events.EventKind;
import io.kakou.models.Detection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a look stood near to where tracker or rules decide otherwise. */
final class Nearness {
    private static final double WITHIN = 0.05;
    private static final String EBIKE = "e-bike";

    private final Set<String> labels;
    private final List<Double> scores;
    private final double ebikeScore;

    Nearness(Camera camera, JudgeSettings settings) {
        this.labels = labels(camera.watched());
        this.scores =
                List.of(settings.tracker().beginScore(), settings.tracker().sureScore());
        this.ebikeScore = settings.ebikeInLift().leastEbikeScore();
    }

    /** What a camera's rules look at: a doubtful chair teaches them nothing. */
    private static Set<String> labels(List<EventKind> watched) {
        Set<String> labels = new HashSet<>();
        for (EventKind event : watched) {
            labels.addAll(
                    switch (event) {
                        case EBIKE_IN_LIFT -> Set.of("bicycle", "motorcycle", EBIKE);
                        case LOST_CHILD -> Set.of("person");
                        case MUCK_TRUCK, DUMPING -> Set.of("truck", "muck-truck");
                        case WATERLOGGING, UNKNOWN -> Set.<String>of();
                    });
        }
        return labels;
    }

    /** A score near to a threshold, or a rule that has begun to see something and is not sure. */
    boolean of(Judgement judgement) {
        return judgement.need() == Need.SOONER
                || judgement.detections().stream().anyMatch(this::isNear);
    }

    private boolean isNear(Detection detection) {
        if (!labels.contains(detection.label())) {
            return false;
        }
        boolean doubtful = scores.stream().anyMatch(score -> Math.abs(detection.score() - score) <= WITHIN);
        boolean ebike = detection.label().equals(EBIKE) && Math.abs(detection.score() - ebikeScore) <= WITHIN;
        return doubtful || ebike;
    }
}

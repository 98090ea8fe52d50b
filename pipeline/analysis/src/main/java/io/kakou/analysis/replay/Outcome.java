package io.kakou.analysis.replay;

import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.look.Planner.Need;
import io.kakou.events.Alert;
import io.kakou.models.Detection;
import java.util.List;

/**
 * What one look came to, as it is kept beside the look.
 *
 * @param detections what the model found; empty where it did not run
 * @param alerts raised and released
 * @param need what the next look was to do
 */
public record Outcome(List<Detection> detections, List<Alert> alerts, Need need) {
    public Outcome {
        detections = List.copyOf(detections);
        alerts = List.copyOf(alerts);
    }

    public static Outcome of(Judgement judgement) {
        return new Outcome(judgement.detections(), judgement.alerts(), judgement.need());
    }

    /** Whether the rules came to the same: the same events at the same looks, whatever their scores. */
    public boolean decidesAs(Outcome other) {
        return need == other.need && decisions().equals(other.decisions());
    }

    private List<String> decisions() {
        return alerts.stream()
                .map(alert -> alert.phase() + " " + alert.kind() + ' ' + alert.subject() + ' ' + alert.id())
                .toList();
    }
}

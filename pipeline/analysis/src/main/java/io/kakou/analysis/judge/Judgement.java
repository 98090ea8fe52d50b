package io.kakou.analysis.judge;

import io.kakou.analysis.look.Planner.Need;
import io.kakou.analysis.plate.PlateSighting;
import io.kakou.events.Alert;
import io.kakou.models.Detection;
import java.util.List;

/**
 * What one look came to.
 *
 * @param next the memory for the next look
 * @param alerts raised and released by this look
 * @param detections what the detector found; empty where it did not run
 * @param plates what is told of vehicles' plates
 * @param need what the next look should do whatever the gate says
 */
public record Judgement(
        Memory next, List<Alert> alerts, List<Detection> detections, List<PlateSighting> plates, Need need) {
    public Judgement {
        alerts = List.copyOf(alerts);
        detections = List.copyOf(detections);
        plates = List.copyOf(plates);
    }
}

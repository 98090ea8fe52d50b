package io.kakou.analysis.judge;

import io.kakou.analysis.look.Planner.Need;
import io.kakou.analysis.plate.PlateSighting;
import io.kakou.events.Alert;
import io.kakou.events.PersonSighting;
import io.kakou.models.Detection;
import java.util.List;

/**
 * What one look came to.
 *
 * @param next the memory for the next look
 * @param alerts raised and released by this look
 * @param detections what the detector found; empty where it did not run
 * @param plates what is told of vehicles' plates
 * @param people who is told of; of no worker yet
 * @param need what the next look should do whatever the gate says
 */
public record Judgement(
        Memory next,
        List<Alert> alerts,
        List<Detection> detections,
        List<PlateSighting> plates,
        List<PersonSighting> people,
        Need need) {
    /** One that tells of nobody. */
    public Judgement(
            Memory next, List<Alert> alerts, List<Detection> detections, List<PlateSighting> plates, Need need) {
        this(next, alerts, detections, plates, List.of(), need);
    }

    public Judgement {
        alerts = List.copyOf(alerts);
        detections = List.copyOf(detections);
        plates = List.copyOf(plates);
        people = List.copyOf(people);
    }
}

package io.kakou.benchmarks.rooms;

import java.util.List;

/**
 * What the rooms' job holds.
 *
 * @param processes what ran as processes of their own
 * @param parallelism of the job
 * @param checkpointSeconds between two checkpoints, which are taken all along
 * @param bufferSeconds that a record may wait for others between two operators
 * @param openIncidents that were open before the first figure
 * @param steadyAlertsPerSecond at which the delay was taken
 * @param alertToIncidentP50Millis from sending an alert until a reader of the log has its incident
 * @param alertToIncidentP99Millis likewise
 * @param alertsPerSecond highest rate that was held
 * @param rates every rate that was tried
 * @param deadlines that ran together
 * @param clockErrorP50Millis from a deadline until a reader of the log has the word that it ran out
 * @param clockErrorP99Millis likewise
 * @param clockErrorMostMillis likewise
 * @param overdueAfterRestart from the job's running again until a reader has the word, of steps that ran out meanwhile
 * @param collapse alerts an incident
 * @param wrongMerges as of the whole log in the end
 * @param lost likewise
 * @param doubled likewise
 */
public record RoomsFigures(
        String processes,
        int parallelism,
        double checkpointSeconds,
        double bufferSeconds,
        int openIncidents,
        double steadyAlertsPerSecond,
        double alertToIncidentP50Millis,
        double alertToIncidentP99Millis,
        double alertsPerSecond,
        List<RateHeld> rates,
        int deadlines,
        double clockErrorP50Millis,
        double clockErrorP99Millis,
        double clockErrorMostMillis,
        Delays overdueAfterRestart,
        double collapse,
        long wrongMerges,
        long lost,
        long doubled) {}

package io.kakou.benchmarks.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a street was watched.
 *
 * @param seconds measured
 * @param weather of the films
 * @param footage {@code real} or {@code drawn}
 * @param maxStalenessSeconds the longest that any camera went without a picture judged by the gate, as seen every two seconds
 * @param p95StalenessSeconds over cameras and seconds
 * @param liftP95StalenessSeconds over lifts and seconds
 * @param unseen cameras of which no picture was ever judged
 * @param hintsPerSecond pictures looked into because of their sizes
 * @param gatesPerSecond pictures judged by the gate
 * @param detectionsPerSecond detections
 * @param unknownShare of the looks, at pictures that cannot be judged
 * @param droppedPerSecond coded pictures let go
 * @param analysisCores of the process that looks, ingest and clips with it
 * @param totalCores of all processes but the simulator
 * @param sourceCores of the simulator
 * @param rssMiB of all processes but the simulator, at the end
 * @param analysisRssMiB of the process that looks
 * @param glanceStretch how many times the promised interval everybody waits, at the end
 * @param recordedCameras those that are recorded all the time
 * @param recordedMiBPerSecond of them, as the index says afterwards
 * @param recordingLostSeconds over them
 * @param events by kind
 * @param falseAlertsPerCameraHour alerts that no planted event explains, over all cameras
 * @param notWatched cameras by kind that have less than their events need, at the end
 * @param settings that were not the usual ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WatchFigures(
        int cameras,
        double seconds,
        String weather,
        String footage,
        double maxStalenessSeconds,
        double p95StalenessSeconds,
        double liftP95StalenessSeconds,
        int unseen,
        double hintsPerSecond,
        double gatesPerSecond,
        double detectionsPerSecond,
        double unknownShare,
        double droppedPerSecond,
        double analysisCores,
        double totalCores,
        double sourceCores,
        double rssMiB,
        double analysisRssMiB,
        double glanceStretch,
        int recordedCameras,
        double recordedMiBPerSecond,
        double recordingLostSeconds,
        Map<String, Events> events,
        double falseAlertsPerCameraHour,
        int falseAlerts,
        Map<String, Integer> notWatched,
        double load,
        List<String> settings) {

    /**
     * Events of one kind.
     *
     * @param planted in the films, while it was measured; of water, after five dry minutes that were watched
     * @param eventsFindable of them, that the same models find when every picture is judged
     * @param eventsFound of those, that were alerted
     * @param watchedFindable of those that are findable, at cameras that had all the while what their events need
     * @param watchedFound of these, that were alerted
     * @param latencyP50Seconds from the first frame that shows it to the alert's arrival on the log; null without one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Events(
            int planted,
            int eventsFindable,
            int eventsFound,
            int watchedFindable,
            int watchedFound,
            @Nullable Double latencyP50Seconds,
            @Nullable Double latencyP95Seconds) {}
}

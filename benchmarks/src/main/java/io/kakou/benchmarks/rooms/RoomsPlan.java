package io.kakou.benchmarks.rooms;

import java.util.List;

/**
 * What is measured.
 *
 * @param parallelism of the job
 * @param checkpointSeconds from one checkpoint to the next
 * @param bufferSeconds that a record may wait for others between two operators
 * @param open incidents that are open before anything is measured
 * @param steadyAlertsPerSecond at which the delay is taken
 * @param seconds of each measurement
 * @param rates tried from the lowest on, until one is not held
 * @param deadlines that run together
 * @param overdue steps that run out while the job is down
 */
public record RoomsPlan(
        int parallelism,
        double checkpointSeconds,
        double bufferSeconds,
        int open,
        double steadyAlertsPerSecond,
        double seconds,
        List<Double> rates,
        int deadlines,
        int overdue) {
    public RoomsPlan {
        rates = rates.stream().sorted().toList();
        check("parallelism", parallelism, 1, 4);
        check("checkpointSeconds", checkpointSeconds, 0.1, 600);
        check("buffer-seconds", bufferSeconds, 0, 1);
        check("open", open, 0, 10_000_000);
        check("steady", steadyAlertsPerSecond, 1, 100_000);
        check("seconds", seconds, 1, 3600);
        rates.forEach(rate -> check("rates", rate, 1, 1_000_000));
        check("deadlines", deadlines, 0, 1_000_000);
        check("overdue", overdue, 0, 1_000_000);
    }

    private static void check(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + " is " + value + "; allowed: " + low + " to " + high);
        }
    }
}

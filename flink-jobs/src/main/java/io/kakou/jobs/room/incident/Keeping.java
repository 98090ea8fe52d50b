package io.kakou.jobs.room.incident;

import java.io.Serializable;

/**
 * How long incidents take alerts and are known. All are seconds on the log's own time line.
 *
 * @param joinSeconds up to when an alert joins the open incident, from that one's last alert
 * @param openSeconds how long one is followed that is not settled: closed or rejected, and released
 * @param settledSeconds how long a settled one is still known
 */
public record Keeping(double joinSeconds, double openSeconds, double settledSeconds) implements Serializable {}

package io.kakou.jobs.truck.follow;

import io.kakou.events.truck.TruckPosition;

/**
 * A terminal's report.
 *
 * @param loggedAt when it was put on the log, epoch milliseconds
 */
public record OnBoard(TruckPosition position, long loggedAt) {}

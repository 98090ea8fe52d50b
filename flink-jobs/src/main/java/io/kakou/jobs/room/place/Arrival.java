package io.kakou.jobs.room.place;

import io.kakou.events.Alert;

/**
 * An alert with the time it was put on the log; carried along because an alert that waited for the registry leaves
 * with the registry's time stamp.
 *
 * @param loggedAt epoch milliseconds
 */
public record Arrival(Alert alert, long loggedAt) {}

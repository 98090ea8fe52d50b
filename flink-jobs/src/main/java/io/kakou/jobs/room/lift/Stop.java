package io.kakou.jobs.room.lift;

import io.kakou.events.Alert;

/**
 * An e-bike that is in a lift.
 *
 * @param told whether a room has heard of it
 */
public record Stop(Alert alert, boolean told) {}

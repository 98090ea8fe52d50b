package io.kakou.jobs.truck.rule;

import io.kakou.events.Point;
import io.kakou.events.truck.TruckReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a truck's terminal told that is no good.
 *
 * @param reason {@link TruckReason#BODY_LIFTED} or {@link TruckReason#OFF_ROUTE_STOP}
 * @param at when it began, the terminal's time
 * @param permit whose route and hours were held against it, or null
 */
public record Stop(String id, TruckReason reason, Instant at, Point place, @Nullable String permit) {}

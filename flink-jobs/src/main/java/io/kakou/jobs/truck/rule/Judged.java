package io.kakou.jobs.truck.rule;

import io.kakou.events.truck.TruckVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A verdict and what it is of.
 *
 * @param seen null where a terminal told
 */
public record Judged(TruckVerdict verdict, @Nullable Seen seen) {}

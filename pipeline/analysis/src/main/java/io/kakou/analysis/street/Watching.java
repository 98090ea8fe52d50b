package io.kakou.analysis.street;

import io.kakou.analysis.look.Plan;

/**
 * How one camera is watched.
 *
 * @param plan what it is given
 * @param staleSeconds since the newest picture that the gate judged was received; infinite before the first
 * @param following whether every picture is decoded at the moment
 */
public record Watching(Plan plan, double staleSeconds, boolean following) {}

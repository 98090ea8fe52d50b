package io.kakou.analysis.lift;

/**
 * A hold that a lease wants sent now.
 *
 * @param seconds to hold
 * @param sendBy in the lease's own seconds: not to reach the controller later
 */
public record Ask(long number, int seconds, double sendBy) {}

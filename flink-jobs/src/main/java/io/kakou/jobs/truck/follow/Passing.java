package io.kakou.jobs.truck.follow;

import io.kakou.jobs.truck.rule.Seen;

/**
 * A truck that passed a camera a short while ago.
 *
 * @param forgetAt on the log's time line, epoch milliseconds
 */
public record Passing(Seen seen, long forgetAt) {}

package io.kakou.jobs.truck.follow;

import java.time.Instant;

/**
 * When a camera's own rule saw a muck truck, or muck being tipped.
 *
 * @param decideAt until then what was seen of it may still come, epoch milliseconds; of a muck truck: when it is forgotten
 */
public record Proof(String alert, Instant from, Instant until, long loggedAt, long decideAt) {}

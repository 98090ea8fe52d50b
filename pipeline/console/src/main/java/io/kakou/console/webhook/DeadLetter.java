package io.kakou.console.webhook;

import java.time.Instant;

/**
 * What a receiver has not taken in all the time it was given.
 *
 * @param event id of the transition, or of the link
 * @param createdAt when it came about
 * @param deadAt when it was given up
 * @param reason of the last failure
 */
public record DeadLetter(
        long id,
        String webhook,
        String event,
        String incident,
        Instant createdAt,
        Instant deadAt,
        int attempts,
        String reason) {}

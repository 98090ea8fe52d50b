package io.kakou.console.blind;

import java.time.Instant;

/**
 * A camera that shows nothing now.
 *
 * @param room that answers for its place
 * @param since when, as far as its worker or its silence says
 * @param heard whether a worker has ever spoken of it to this console; until then it may be well for all we know
 */
public record Troubled(String camera, String room, Instant since, boolean heard) {}

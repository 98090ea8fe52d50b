package io.kakou.console.blind;

import java.time.Instant;

/** A place that is to be checked by a person, since when. */
public record BlindPlace(String camera, Instant since) {}

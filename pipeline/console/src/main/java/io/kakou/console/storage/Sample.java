package io.kakou.console.storage;

import java.time.Instant;

/** What the store took at one moment. */
record Sample(Instant at, long used) {}

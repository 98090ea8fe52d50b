package io.kakou.analysis.record.keep;

import java.time.Instant;

/** The end of a hold: by whom, when and why. */
record Released(String id, String by, Instant at, String reason) {}

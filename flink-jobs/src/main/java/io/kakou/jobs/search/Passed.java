package io.kakou.jobs.search;

import io.kakou.events.PersonSighting;
import io.kakou.jobs.log.LogRecord;

/** Somebody who has passed a camera, and the record that says so. */
public record Passed(PersonSighting seen, LogRecord record) {}
